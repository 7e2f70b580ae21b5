import assert from 'node:assert/strict';
import { targetFor } from '../../../../src/core/edit/target';
import type { Quote } from '../../../../src/core/model/annotation';
import type { Span } from '../../../../src/core/text/span';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { Edited } from '../../../support/edited';

const text = 'Anna Bertoldi disse: «Sì, vengo». Bruno no.';
const at = (words: string, within = text): Span => {
  const start = within.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};
const whole = quoteOf(text, [at('Sì'), at('vengo')], {
  cue: [at('disse')],
  speaker: { entity: 'anna-bertoldi', spans: [at('Anna Bertoldi')] },
});
const set = setOf({
  entities: [entityOf('Anna Bertoldi'), entityOf('Bruno')],
  mentions: [
    mentionOf('anna-bertoldi', text, at('Anna Bertoldi')),
    mentionOf('bruno', text, at('Bruno')),
  ],
  quotes: [whole],
});

const edited = () => new Edited(set, text);
const before = (words: string, within = text): Span => {
  const { start } = at(words, within);
  return { start, end: start };
};
const behind = (words: string, within = text): Span => {
  const { end } = at(words, within);
  return { start: end, end };
};
const quoteWords = (each: Edited, { content, cue, speaker }: Quote) =>
  [content, cue?.target, speaker?.target].map((target) => target && each.words(target));

describe('annotations that follow edits', () => {
  it('move behind an edit, and are the very objects before it', () => {
    const { set: now } = edited().replace(behind('vengo»'), ' qui').follow();
    assert.equal(now.mentions[0], set.mentions[0]);
    assert.equal(now.quotes[0], set.quotes[0]);
    const { start, end } = at('Bruno');
    assert.deepEqual(now.mentions[1]?.target.spans, [{ start: start + 4, end: end + 4 }]);
  });

  it('move through edits one after the other, in all parts of a quote', () => {
    const each = edited().replace(before('Anna'), 'E ').replace({ start: 16, end: 16 }, 'poi ');
    const [quote] = each.follow().set.quotes;
    assert.ok(quote);
    assert.deepEqual(quoteWords(each, quote), [['Sì', 'vengo'], ['disse'], ['Anna Bertoldi']]);
  });

  it('keep a name whose letters are mended, with what is written in it and at its ends', () => {
    const names: readonly [where: Span, words: string, name: string | undefined][] = [
      [behind('Ann'), 'ett', 'Annetta Bertoldi'],
      [behind('Anna'), ' Maria', 'Anna Maria Bertoldi'],
      [behind('Bertoldi'), 'ni', 'Bertoldini'],
      [behind('Bertoldi'), ' ora', 'Anna Bertoldi'],
      [before('Anna'), 'Se ', 'Anna Bertoldi'],
      [at('Anna '), '', 'Bertoldi'],
    ];
    for (const [where, words, name] of names) {
      const each = edited().replace(where, words);
      const [mention] = each.follow().set.mentions;
      const found = mention && each.words(mention.target)?.[0];
      assert.ok(name === undefined ? found === undefined : found?.endsWith(name), found);
    }
  });

  it('have no place once their words are gone, stand behind all others, and keep their selectors', () => {
    const { set: now } = edited().replace(at('Anna Bertoldi '), '').follow();
    assert.deepEqual(
      now.mentions.map(({ entity, target }) => [entity, target.spans?.[0]?.start]),
      [
        ['bruno', text.indexOf('Bruno') - 14],
        ['anna-bertoldi', undefined],
      ],
    );
    assert.equal(now.mentions[1]?.target.selectors[0]?.exact, 'Anna Bertoldi');
    const [quote] = now.quotes;
    assert.equal(quote?.speaker?.target?.spans, undefined);
    assert.equal(quote?.speaker?.entity, 'anna-bertoldi');
  });

  it('come back with their words, in however many steps these went and come', () => {
    const each = edited();
    for (let end = 13; end > 0; end -= 1) each.replace({ start: end - 1, end }, '').follow();
    assert.equal(each.follow().set.mentions[1]?.target.spans, undefined);
    each.replace({ start: 0, end: 0 }, 'Anna').follow();
    assert.deepEqual(each.replace({ start: 4, end: 4 }, ' Bertoldi').follow().set, set);
  });

  it('go with words that are cut out and put in elsewhere', () => {
    const sentence = 'La sindaca Irma Coletti apre oggi il mercato del pesce di Cala Rossa. ';
    const words = `${sentence}${text} Poi si vedrà che cosa ne pensa il consiglio.`;
    const name = at('Irma Coletti', words);
    const first = setOf({
      entities: [entityOf('Irma Coletti'), entityOf('Bruno')],
      mentions: [
        mentionOf('irma-coletti', words, name),
        mentionOf('bruno', words, at('Bruno', words)),
      ],
    });
    const each = new Edited(first, words);
    each.replace(at(sentence, words), '').follow();
    each.replace({ start: each.text.length, end: each.text.length }, ` ${sentence.trim()}`);
    const { set: now } = each.follow();
    assert.deepEqual(
      now.mentions.map(({ target }) => each.words(target)),
      [['Bruno'], ['Irma Coletti']],
    );
  });

  it('are intact where nothing was edited within one or at its ends', () => {
    const isIntact = (where: Span, words: string) =>
      edited().replace(where, words).follow().isIntact;
    assert.equal(
      isIntact(before('Anna'), 'Poi '),
      false,
      'words at the very beginning of the first',
    );
    assert.equal(isIntact(behind('disse:'), ' ora'), true, 'words between all');
    assert.equal(isIntact(behind('Bertoldi'), 'x'), false, 'a letter at the end of Anna');
    assert.equal(isIntact(before('Bruno'), 'x'), false, 'a letter at the beginning of Bruno');
    assert.equal(isIntact(at('run'), 'x'), false, 'letters of Bruno, replaced by another');
    assert.equal(isIntact(behind('Bruno no'), '!'), true, 'behind all');
  });

  it('keep who said it and what a person wrote', () => {
    const noted: Quote = {
      ...whole,
      cue: { target: targetFor(text, [at('disse')]), extra: { tempo: 'passato' } },
      speaker: { ...whole.speaker, extra: { tono: 'lieto' } },
      extra: { tema: 'visita' },
    };
    const first = { ...setOf({ quotes: [noted] }), article: { title: 'Sì' }, extra: { nota: 'x' } };
    const { set: now } = new Edited(first, text).replace(before('Anna'), 'E ').follow();
    const [quote] = now.quotes;
    assert.deepEqual([quote?.kind, quote?.extra], [noted.kind, noted.extra]);
    assert.deepEqual(quote?.cue?.extra, { tempo: 'passato' });
    assert.deepEqual(quote.speaker?.entity, 'anna-bertoldi');
    assert.deepEqual(quote.speaker.extra, { tono: 'lieto' });
    assert.deepEqual([now.article, now.extra], [first.article, first.extra]);
  });

  it('leave alone what had no place at first', () => {
    const lost = { entity: 'bruno', target: { selectors: [{ exact: 'Brunetto' }] } };
    const first = { ...set, mentions: [...set.mentions, lost] };
    const { set: now } = new Edited(first, text).replace(before('Anna'), 'E ').follow();
    assert.equal(now.mentions.at(-1), lost);
  });
});
