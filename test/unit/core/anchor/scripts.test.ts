import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Carrier } from '../../../../src/core/anchor/carry';
import { reanchor } from '../../../../src/core/anchor/reanchor';
import { describeSpan } from '../../../../src/core/anchor/selector';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';

interface Story {
  /** The first edition, with names marked that the second has too. */
  readonly before: string;
  /** The second edition, with the same names marked in the same order. */
  readonly after: string;
}

/** News in several scripts, each with a sentence put in, one taken out and one mended. */
const stories: Readonly<Record<string, Story>> = {
  Arabic: {
    before:
      'افتتح رئيس البلدية ⟦سامي الحداد⟧ الجسر القديم أمس.\n\nقالت ⟦ليلى نصار⟧ إن السوق مغلق.\n',
    after:
      'خبر عاجل من المدينة.\n\nافتتح رئيس البلدية ⟦سامي الحداد⟧ الجسر الجديد صباح أمس.\n\nقالت ⟦ليلى نصار⟧ إن السوق مفتوح.\n',
  },
  Chinese: {
    before: '市长⟦林晓梅⟧昨天宣布旧桥将于春天重新开放。\n\n渔民代表⟦赵大海⟧说市场太小。\n',
    after:
      '快讯。\n\n市长⟦林晓梅⟧昨天下午宣布旧桥将于夏天重新开放。\n\n渔民代表⟦赵大海⟧说市场太小,也太旧。\n',
  },
  Hebrew: {
    before: 'ראש העיר ⟦נעמה ברקן⟧ פתחה אתמול את הגשר.\n\nהדייג ⟦אורי שלו⟧ שתק.\n',
    after:
      'מבזק.\n\nראש העיר ⟦נעמה ברקן⟧ פתחה אתמול בערב את הגשר הישן.\n\nהדייג ⟦אורי שלו⟧ דיבר.\n',
  },
  Hindi: {
    before: 'महापौर ⟦मीरा जोशी⟧ ने कल पुल खोला।\n\nमछुआरे ⟦रवि दास⟧ चुप रहे।\n',
    after: 'ताज़ा खबर।\n\nमहापौर ⟦मीरा जोशी⟧ ने कल शाम पुराना पुल खोला।\n\nमछुआरे ⟦रवि दास⟧ चुप नहीं रहे।\n',
  },
  'emoji of several code points': {
    before: 'Il 👩‍🚒 di ⟦Corva 🇮🇹⟧ apre 🌉 il ponte.\n\n⟦👨‍👩‍👧 I Berni⟧ restano a casa 😀.\n',
    after:
      '🆕 Ecco.\n\nIl 👩‍🚒 di ⟦Corva 🇮🇹⟧ apre domani 🌉 il ponte.\n\n⟦👨‍👩‍👧 I Berni⟧ restano in paese 😀.\n',
  },
};

function wordsOf(source: string): string[] {
  const { text, spans } = marked(source);
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('names in an edited article', () => {
  for (const [script, { before, after }] of Object.entries(stories)) {
    const [old, now] = [marked(before), marked(after)];

    it(`are carried in ${script}, there and back`, () => {
      assert.deepEqual(wordsOf(before), wordsOf(after));
      const [there, back] = [new Carrier(old.text, now.text), new Carrier(now.text, old.text)];
      old.spans.forEach((span, i) => {
        assert.deepEqual(there.carry(span), nth(now.spans, i));
        assert.deepEqual(back.carry(nth(now.spans, i)), span);
      });
    });

    it(`are found by their words and context in ${script}, where the old text is not at hand`, () => {
      const selectors = old.spans.map((span) => describeSpan(old.text, span));
      assert.deepEqual(reanchor(undefined, now.text, [selectors]), [
        now.spans.map((span) => ({ kind: 'placed', span })),
      ]);
    });
  }

  it('are offered, and not placed, where they are part of other words in Chinese', () => {
    const old = marked('市长林晓梅昨天宣布旧桥将重新开放。\n\n渔民⟦王海⟧说市场太小。\n');
    const selectors = [[describeSpan(old.text, nth(old.spans, 0))]];
    for (const last of ['学生⟦王海⟧燕在图书馆读书。', '据说⟦王海⟧运河今年不通航。']) {
      const now = marked(`市长林晓梅昨天宣布旧桥将重新开放。\n\n${last}\n`);
      assert.deepEqual(reanchor(undefined, now.text, selectors), [
        [{ kind: 'lost', candidates: now.spans }],
      ]);
    }
  });

  it('are carried from letters of two code points to letters of one, and back', () => {
    const one = marked('A ⟦Forlì⟧, dice ⟦Noè Città⟧, non è così.\n');
    const two = marked('A ⟦Forlì⟧, dice ⟦Noè Città⟧, non è così.\n'.normalize('NFD'));
    assert.notEqual(one.text.length, two.text.length);
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      const carrier = new Carrier(from.text, to.text);
      from.spans.forEach((span, i) => {
        assert.deepEqual(carrier.carry(span), nth(to.spans, i));
      });
    }
  });

  it('keep the accents of their last letters where the old text is not at hand', () => {
    const one = marked('Lo dice a tutti ⟦Noè Città⟧, che tace. Poi basta.\n');
    const two = marked('Lo dice a tutti ⟦Noè Città⟧, che tace. Poi basta.\n'.normalize('NFD'));
    const selectors = [[describeSpan(one.text, nth(one.spans, 0))]];
    assert.deepEqual(reanchor(undefined, two.text, selectors), [
      [{ kind: 'placed', span: nth(two.spans, 0) }],
    ]);
  });
});

/** A word of this script that stands nowhere else. */
const letters = ['bcdfgl', 'абвгде', 'بتثجحخ', '一二三四五六', '😀😃😄😁😆😅'].map((script) =>
  Array.from(script),
);
function wordIn(script: number, number: number): string {
  const digits = number.toString(6).padStart(4, '0');
  return Array.from(digits, (digit) => nth(nth(letters, script), Number(digit))).join('');
}

describe('a span of an article of words that stand once', () => {
  const cases = fc.record({
    script: fc.nat(letters.length - 1),
    length: fc.integer({ min: 20, max: 80 }),
    at: fc.nat(1000),
    gone: fc.nat(6),
    come: fc.nat(6),
    first: fc.nat(1000),
    count: fc.nat(5),
  });
  itHolds(
    'that an edit leaves intact is where it was, when the edit is taken back',
    cases,
    ({ script, length, at, gone, come, first, count }) => {
      const words = Array.from({ length }, (_, i) => wordIn(script, i));
      const from = at % length;
      const added = Array.from({ length: come }, (_, i) => wordIn(script, 1000 + i));
      const edited = [...words.slice(0, from), ...added, ...words.slice(from + gone)];
      const [before, after] = [words.join(' '), edited.join(' ')];
      const start = first % length;
      const last = Math.min(length - 1, start + count);
      const isIntact = last < from || start >= from + gone;
      if (!isIntact) return;
      const quoted = words.slice(start, last + 1).join(' ');
      const span = { start: before.indexOf(quoted), end: before.indexOf(quoted) + quoted.length };
      const there = new Carrier(before, after).carry(span);
      if (!there) {
        assert.ok(edited.length < 8 || last - start < 3, 'a long passage in a long text is known');
        return;
      }
      assert.equal(after.slice(there.start, there.end), quoted);
      assert.deepEqual(new Carrier(after, before).carry(there), span);
    },
  );
});
