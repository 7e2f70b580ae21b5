import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { proposeAttribution } from '../../../../src/core/quotes/attribution';
import { reportedAt } from '../../../../src/core/quotes/reportedClause';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';

const setIn = (language: string) => ({ ...emptySet, article: { language } });

/** The words that a cursor at `|` means in an article of a language, where these are annotated already. */
const reported = (language: string, source: string, ...annotated: readonly string[]) => {
  const text = source.replace('|', '');
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const isAnnotated = (piece: { start: number; end: number }) => annotated.includes(words(piece));
  return reportedAt(setIn(language), text, source.indexOf('|'), isAnnotated)?.map(words);
};

/** What is reported stands between `⟦` and `⟧`. */
type Case = readonly [source: string, cue: string, speaker?: string];

const languages: Readonly<Record<string, readonly Case[]>> = {
  it: [
    ['Il ministro ha detto che ⟦il ponte resta chiuso⟧.', 'ha detto', 'Il ministro'],
    [
      'La sindaca Tassoni ha detto ai cronisti che ⟦il ponte è chiuso⟧.',
      'ha detto',
      'La sindaca Tassoni',
    ],
    [
      'Tassoni ha spiegato ieri in aula che ⟦il ponte, chiuso da marzo, resta chiuso⟧.',
      'ha spiegato',
      'Tassoni',
    ],
    ['Ha detto Tassoni che ⟦il ponte è chiuso⟧.', 'Ha detto', 'Tassoni'],
    ['Tassoni ha promesso di ⟦riaprire il ponte⟧.', 'ha promesso', 'Tassoni'],
    ['Tassoni ripete che ⟦il ponte è «da chiudere» subito⟧.', 'ripete', 'Tassoni'],
    ['Secondo Tassoni ⟦il ponte resta chiuso⟧.', 'Secondo', 'Tassoni'],
    ['Ma secondo la sindaca Tassoni, ⟦il ponte resta chiuso⟧.', 'secondo', 'la sindaca Tassoni'],
    ['Ma ⟦il ponte resta chiuso⟧, ha detto Tassoni.', 'ha detto', 'Tassoni'],
    ['⟦Il ponte⟧, ha detto Tassoni, ⟦resta chiuso⟧.', 'ha detto', 'Tassoni'],
    ['⟦Il ponte resta chiuso⟧, ha aggiunto.', 'ha aggiunto'],
    ['⟦Il ponte resta chiuso⟧, secondo la sindaca Tassoni.', 'secondo', 'la sindaca Tassoni'],
    ['⟦Il ponte è chiuso⟧, ha detto Ugo Bani, il ministro dei Lavori.', 'ha detto', 'Ugo Bani'],
    [
      'Tassoni ha detto che ⟦il ponte è chiuso⟧, aggiungendo che non riaprirà.',
      'ha detto',
      'Tassoni',
    ],
    ['Tassoni ha detto che il ponte è chiuso, aggiungendo che ⟦non riaprirà⟧.', 'aggiungendo'],
    ['Mentre Tassoni dice che ⟦il ponte è chiuso⟧, Bani lo attraversa.', 'dice', 'Tassoni'],
  ],
  en: [
    ['Ms. Tasson said that ⟦the bridge would stay closed⟧.', 'said', 'Ms. Tasson'],
    ['Tasson said ⟦the bridge would stay closed until March⟧.', 'said', 'Tasson'],
    ['Tasson said on Monday that ⟦the bridge was closed⟧.', 'said', 'Tasson'],
    ['Tasson said Monday ⟦the bridge was closed⟧.', 'said', 'Tasson'],
    ['Tasson told reporters that ⟦the bridge was closed⟧.', 'told', 'Tasson'],
    ['Tasson has said ⟦she knew nothing⟧.', 'has said', 'Tasson'],
    ['According to the mayor, ⟦the bridge is closed⟧.', 'According to', 'the mayor'],
    ['But ⟦the bridge is closed⟧, Tasson said.', 'said', 'Tasson'],
    ['⟦The bridge⟧, she said, ⟦is closed⟧.', 'said', 'she'],
    ['⟦If it rains⟧, she said, ⟦the bridge will close⟧.', 'said', 'she'],
    ['⟦The bridge is closed⟧, said Ugo Bani, the minister.', 'said', 'Ugo Bani'],
    ['⟦The bridge is closed⟧, according to Tasson.', 'according to', 'Tasson'],
    ['Tasson said ⟦she knew⟧ and added that she would act.', 'said', 'Tasson'],
  ],
  fr: [
    ['La maire a déclaré que ⟦le pont restait fermé⟧.', 'a déclaré', 'La maire'],
    ['La maire a dit qu’⟦il restait fermé⟧.', 'a dit', 'La maire'],
    ['Selon la maire, ⟦le pont reste fermé⟧.', 'Selon', 'la maire'],
    ['⟦Le pont reste fermé⟧, selon Irène Tasson.', 'selon', 'Irène Tasson'],
    ['⟦Le pont⟧, a dit Tasson, ⟦reste fermé⟧.', 'a dit', 'Tasson'],
  ],
  de: [
    ['Tasson sagte am Montag, ⟦die Brücke bleibe gesperrt⟧.', 'sagte', 'Tasson'],
    ['Die Ministerin erklärte, dass ⟦die Brücke gesperrt bleibe⟧.', 'erklärte', 'Die Ministerin'],
    ['Laut Tasson ⟦bleibt die Brücke gesperrt⟧.', 'Laut', 'Tasson'],
    ['⟦Die Brücke bleibe gesperrt⟧, sagte Tasson am Montag.', 'sagte', 'Tasson'],
  ],
  es: [
    ['La alcaldesa dijo que ⟦el puente sigue cerrado⟧.', 'dijo', 'La alcaldesa'],
    ['Según la alcaldesa, ⟦el puente sigue cerrado⟧.', 'Según', 'la alcaldesa'],
    ['⟦El puente sigue cerrado⟧, dijo Tasson.', 'dijo', 'Tasson'],
  ],
  pt: [
    ['A prefeita disse que ⟦a ponte continua fechada⟧.', 'disse', 'A prefeita'],
    ['Segundo Tasson, ⟦a ponte continua fechada⟧.', 'Segundo', 'Tasson'],
  ],
  ar: [['وقال فاني إن ⟦الجسر مغلق⟧.', 'وقال', 'فاني']],
  zh: [['王岚表示，⟦大桥将继续关闭⟧。', '表示', '王岚']],
};

describe('reportedAt', () => {
  for (const [language, cases] of Object.entries(languages)) {
    for (const [source, cue, speaker] of cases) {
      it(`takes what is reported, from each of its words: ${source}`, () => {
        const { text, spans } = marked(source);
        const set = setIn(language);
        for (const { start, end } of spans) {
          for (let offset = start + 1; offset < end; offset += 1) {
            if (/[«»]|da chiudere/u.test(text.slice(offset - 2, offset + 2))) continue;
            const content = reportedAt(set, text, offset, () => false);
            assert.deepEqual(content, spans, `${text.slice(start, offset)}|`);
          }
        }
        const proposed = proposeAttribution(set, text, spans);
        const words = (span?: { start: number; end: number }) =>
          span && text.slice(span.start, span.end);
        assert.deepEqual([words(proposed.cue), words(proposed.speaker?.span)], [cue, speaker]);
      });
    }
  }

  it('takes what the verb at the cursor reports', () => {
    assert.deepEqual(reported('it', 'Ieri Tassoni ha det|to che il ponte è chiuso.'), [
      'il ponte è chiuso',
    ]);
  });

  it('takes the inner one of two, and the outer one where that is annotated', () => {
    const source = 'Tassoni ha detto che Bani ha promesso che il ponte riap|re.';
    const [inner, outer] = ['il ponte riapre', 'Bani ha promesso che il ponte riapre'];
    assert.deepEqual(reported('it', source), [inner]);
    assert.deepEqual(reported('it', source, inner), [outer]);
    assert.deepEqual(reported('it', source, inner, outer), [inner]);
  });

  const unsure: readonly [language: string, source: string, why: string][] = [
    ['it', 'Il ponte re|sta chiuso.', 'nobody reports it'],
    ['it', 'Ieri in a|ula Tassoni ha detto che il ponte è chiuso.', 'the cursor is before it'],
    ['it', '«No», ha detto Tas|soni.', 'all of it stands in marks'],
    ['it', 'Tassoni ha annunciato il piano che chiu|de il ponte.', 'a relative clause'],
    ['en', 'Tasson announced the clos|ing of the bridge.', 'it is no clause'],
    ['en', 'Tasson said on Mon|day.', 'it is no clause'],
    ['en', '“No,” Tasson said of the brid|ge.', 'the verb reports the words in marks'],
    ['en', 'They could say good|bye to all that.', 'the verb has no subject of its own'],
  ];
  for (const [language, source, why] of unsure) {
    it(`leaves it to the user where ${why}: ${source}`, () => {
      assert.equal(reported(language, source), undefined);
    });
  }

  it('does not go over the sentence', () => {
    const source = 'Tassoni ha detto che il ponte è chiuso. Bani lo attra|versa.';
    assert.equal(reported('it', source), undefined);
    assert.equal(
      nth(reported('it', source.replace('|', '').replace('ponte', 'pon|te')) ?? [], 0),
      'il ponte è chiuso',
    );
  });
});

describe('reportedAt, of any words', () => {
  const words = fc.constantFrom(
    ...'Secondo Bani ha detto che il ponte è chiuso said according to Laut Müller e'.split(' '),
    ...[',', ':', ';', '.', '(PD)', '–', '«no»', '“sì', '\n', '\n\n'],
  );

  itHolds(
    'gives none, or pieces of the text in their order',
    fc.tuple(fc.array(words, { maxLength: 14 }), fc.nat(100), fc.constantFrom('it', 'en', 'de')),
    ([list, at, language]) => {
      const text = list.join(' ');
      const offset = at % (text.length + 1);
      let before = 0;
      for (const { start, end } of reportedAt(setIn(language), text, offset, () => false) ?? []) {
        assert.ok(before <= start && start < end && end <= text.length);
        assert.ok(!text.slice(start, end).includes('\n\n'), 'of one paragraph');
        before = end;
      }
    },
  );
});
