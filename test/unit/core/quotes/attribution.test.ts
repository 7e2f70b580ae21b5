import assert from 'node:assert/strict';
import { proposeAttribution } from '../../../../src/core/quotes/attribution';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked } from '../../../support/marked';

type Case = readonly [source: string, cue: string | undefined, speaker: string | undefined];

/** The quote is between `⟦` and `⟧`; the first of several, if there are more. */
function proposed(source: string, set = emptySet) {
  const { text, spans } = marked(source);
  const { cue, speaker } = proposeAttribution(set, text, spans.slice(0, 1));
  const words = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
  return { cue: words(cue), speaker: words(speaker?.span), entity: speaker?.entity };
}

const languages: Readonly<Record<string, readonly Case[]>> = {
  Italian: [
    [
      '«⟦Il ponte è chiuso⟧», ha detto la sindaca Irene Tassoni.',
      'ha detto',
      'la sindaca Irene Tassoni',
    ],
    ['«⟦Il ponte è chiuso⟧» ha detto Tassoni ai cronisti.', 'ha detto', 'Tassoni'],
    [
      '“⟦Il ponte è chiuso⟧“, ha poi aggiunto l’assessore D’Amico in aula.',
      'ha poi aggiunto',
      'l’assessore D’Amico',
    ],
    ['«⟦Il ponte è chiuso⟧», ha detto questa mattina Tassoni in apertura.', 'ha detto', 'Tassoni'],
    ['«⟦Il ponte è chiuso⟧», ha detto da parte sua Irene Tassoni.', 'ha detto', 'Irene Tassoni'],
    [
      '«⟦Il ponte è chiuso⟧», ha commentato il ministro dei Lavori, Ugo Bani, a margine.',
      'ha commentato',
      'il ministro dei Lavori, Ugo Bani',
    ],
    ['«⟦Perché?⟧» chiede Tassoni.', 'chiede', 'Tassoni'],
    ['«⟦Il ponte è chiuso⟧», la sindaca ha risposto.', 'ha risposto', 'la sindaca'],
    ['«⟦Il ponte è chiuso⟧», ha aggiunto.', 'ha aggiunto', undefined],
    ['«⟦Il ponte è chiuso⟧», secondo la sindaca.', 'secondo', 'la sindaca'],
    ['Irene Tassoni ha detto: «⟦Il ponte è chiuso⟧».', 'ha detto', 'Irene Tassoni'],
    ['Ieri Tassoni ha dichiarato ai cronisti: «⟦Il ponte è chiuso⟧».', 'ha dichiarato', 'Tassoni'],
    ['In aula, Tassoni ha detto: «⟦Il ponte è chiuso⟧».', 'ha detto', 'Tassoni'],
    ['Il ponte cede e Tassoni avverte: «⟦Chiudiamo⟧».', 'avverte', 'Tassoni'],
    ['Ugo Bani, ministro dei Lavori, ha detto: «⟦Il ponte è chiuso⟧».', 'ha detto', 'Ugo Bani'],
    [
      'Il ministro dei Lavori, Ugo Bani, ha detto: «⟦Sì⟧».',
      'ha detto',
      'Il ministro dei Lavori, Ugo Bani',
    ],
    ['Il ponte, ha detto la sindaca, è «⟦chiuso⟧».', 'ha detto', 'la sindaca'],
    ['«Sì», ha detto Tassoni. «⟦Non importa⟧» per ora, ha aggiunto Bani.', 'ha aggiunto', 'Bani'],
    ['Dice Tassoni: «⟦Il ponte è chiuso⟧».', 'Dice', 'Tassoni'],
    ['Tassoni: «⟦Il ponte è chiuso⟧».', undefined, 'Tassoni'],
    ['La sindaca Tassoni: «⟦Il ponte è chiuso⟧».', undefined, 'La sindaca Tassoni'],
    ['Tassoni ha detto che il ponte «⟦resta chiuso⟧» da ieri.', 'ha detto', 'Tassoni'],
    ['Tassoni ha detto che ⟦il ponte resta chiuso⟧.', 'ha detto', 'Tassoni'],
    ['Secondo la sindaca Tassoni, ⟦il ponte resta chiuso⟧.', 'Secondo', 'la sindaca Tassoni'],
    ['⟦Il ponte resta chiuso⟧, ha detto Tassoni.', 'ha detto', 'Tassoni'],
    ['⟦Il ponte⟧, ha detto la sindaca, «resta chiuso».', 'ha detto', 'la sindaca'],
    ['Il ponte è «⟦da chiudere⟧» subito, ha ribadito Tassoni.', 'ha ribadito', 'Tassoni'],
    ['«Sì», ha detto Tassoni, «⟦e subito⟧».', 'ha detto', 'Tassoni'],
    ['«Sì.», ha detto Tassoni, a margine della visita. «⟦E subito⟧».', 'ha detto', 'Tassoni'],
    ['“Tassoni ha detto ‘⟦no⟧’ e basta”, dice Bani.', 'ha detto', 'Tassoni'],
    ['“⟦Tassoni ha detto ‘no’ e basta⟧”, dice Bani.', 'dice', 'Bani'],
  ],
  'Italian in doubt': [
    ['Nel corso della visita Tassoni ha detto: «⟦Il ponte è chiuso⟧».', 'ha detto', undefined],
    ['La replica: «⟦Il ponte è chiuso⟧».', undefined, undefined],
    ['Il ponte è «⟦da chiudere⟧». Bani ha detto altro.', undefined, undefined],
    ['«⟦Il ponte è chiuso⟧». Ha parlato Bani.', undefined, undefined],
    ['Il cartello «⟦Chiuso⟧» resta appeso.', undefined, undefined],
    ['Per domani, ⟦il ponte resta chiuso⟧.', undefined, undefined],
    ['Il secondo «⟦ponte⟧» è chiuso.', undefined, undefined],
    ['Ha detto: «⟦Il ponte è chiuso⟧».', 'Ha detto', undefined],
  ],
  English: [
    ['“⟦The bridge is closed⟧,” said Mayor Irene Tasson on Monday.', 'said', 'Mayor Irene Tasson'],
    ['“⟦The bridge is closed⟧,” the mayor also said.', 'said', 'the mayor'],
    ['“⟦The bridge is closed⟧,” she told reporters.', 'told', 'she'],
    ['“⟦The bridge is closed⟧,” Ms. Tasson, 45, said.', 'said', 'Ms. Tasson'],
    ['Tasson told reporters on Monday: “⟦The bridge is closed⟧.”', 'told', 'Tasson'],
    ['Tasson said in a letter, “⟦The bridge is closed⟧.”', 'said', 'Tasson'],
    ['According to Tasson, ⟦the bridge is closed⟧.', 'According to', 'Tasson'],
    ['“No,” Tasson said. “⟦It is closed⟧.”', 'said', 'Tasson'],
    ["‘⟦I don’t know⟧,’ said the workers' spokesman.", 'said', "the workers' spokesman"],
    ['“⟦It is closed⟧.” — Irene Tasson', undefined, 'Irene Tasson'],
    ['Tasson read it out:\n\n“⟦The bridge is closed⟧.”', undefined, undefined],
    ['Tasson added:\n\n“⟦The bridge is closed⟧.”', 'added', 'Tasson'],
    ['“⟦Closed⟧,” saying the bridge was old.', 'saying', undefined],
    ['The United States “⟦bridge⟧” is closed.', undefined, undefined],
  ],
  French: [
    [
      '«\u00A0⟦Le pont est fermé⟧\u00A0», a déclaré la maire Élodie Brançon.',
      'a déclaré',
      'la maire Élodie Brançon',
    ],
    ['Selon Brançon, ⟦le pont est fermé⟧.', 'Selon', 'Brançon'],
  ],
  German: [
    [
      '„⟦Die Brücke ist zu⟧“, sagte Bürgermeisterin Irene Tasson am Montag.',
      'sagte',
      'Bürgermeisterin Irene Tasson',
    ],
    ['Laut Tasson ⟦ist die Brücke zu⟧.', 'Laut', 'Tasson'],
  ],
  Spanish: [
    [
      '«⟦El puente está cerrado⟧», ha dicho la alcaldesa Irene Tassón.',
      'ha dicho',
      'la alcaldesa Irene Tassón',
    ],
    ['«⟦El puente está cerrado⟧», an\u0303adio\u0301 Tassón.', 'an\u0303adio\u0301', 'Tassón'],
  ],
  Arabic: [['قالت سلمى الدرعاوي: «⟦الجسر مغلق⟧».', 'قالت', 'سلمى الدرعاوي']],
  Chinese: [['林乔珩表示：“⟦桥关了⟧。”', '表示', '林乔珩']],
};

describe('proposeAttribution', () => {
  for (const [language, cases] of Object.entries(languages)) {
    for (const [source, cue, speaker] of cases) {
      it(`reads ${language}: ${source}`, () => {
        const found = proposed(source);
        assert.deepEqual([found.cue, found.speaker], [cue, speaker]);
      });
    }
  }
});

describe('the entity of a proposed speaker', () => {
  const entityIn = (source: string, others: readonly string[] = []) => {
    const { text, spans } = marked(source);
    const tassoni = entityOf('Irene Tassoni', 'person', 'tassoni');
    const set = setOf({
      entities: [tassoni, ...others.map((name) => entityOf(name))],
      mentions: spans.slice(1).map((span) => mentionOf('tassoni', text, span)),
    });
    return proposed(source, set).entity;
  };

  it('is that of the mention which the words are, or end with', () => {
    assert.equal(entityIn('«⟦Sì⟧», ha detto la sindaca ⟦Tassoni⟧.'), 'tassoni');
    assert.equal(entityIn('«⟦Sì⟧», ha detto ⟦la sindaca⟧.'), 'tassoni');
  });

  it('is the one entity of the article with that name', () => {
    assert.equal(entityIn('«⟦Sì⟧», ha detto la sindaca Tassoni.'), 'tassoni');
    assert.equal(entityIn('«⟦Sì⟧», ha detto Tassoni.', ['Ugo Tassoni']), undefined);
  });

  it('is none for a mention that only describes the speaker', () => {
    assert.equal(entityIn('«⟦Sì⟧», ha detto il portavoce di ⟦Irene Tassoni⟧.'), undefined);
  });

  it('makes “per” a cue only where it is a person', () => {
    const source = 'Per Tassoni, ⟦il ponte resta chiuso⟧.';
    const set = setOf({ entities: [entityOf('Irene Tassoni')] });
    assert.deepEqual(proposed(source, set), {
      cue: 'Per',
      speaker: 'Tassoni',
      entity: 'irene-tassoni',
    });
    assert.equal(proposed(source).cue, undefined);
  });

  it('follows the language that the article says', () => {
    const source = '«⟦Sí⟧», dice el alcalde.';
    assert.equal(proposed(source).speaker, undefined);
    assert.equal(proposed(source, setOf({ article: { language: 'es-ES' } })).speaker, 'el alcalde');
  });

  it('is nothing for no content', () => {
    assert.deepEqual(proposeAttribution(emptySet, 'x', []), {});
  });
});
