import assert from 'node:assert/strict';
import { inferQuoteKind, withoutMarks } from '../../../../src/core/quotes/quotationMarks';
import { marked, markedOnce } from '../../../support/marked';

describe('withoutMarks', () => {
  const cases: readonly [source: string, words: string | undefined][] = [
    ['ha detto ⟦“Non ora”⟧.', 'Non ora'],
    ['ha detto ⟦«Non ora»⟧.', 'Non ora'],
    ['a dit ⟦«\u00A0Pas maintenant\u00A0»⟧.', 'Pas maintenant'],
    ['sagte: ⟦„Nicht jetzt“⟧.', 'Nicht jetzt'],
    ['said ⟦"Not now"⟧.', 'Not now'],
    ["said ⟦'Not now'⟧.", 'Not now'],
    ['写道：⟦「先有渔网」⟧。', '先有渔网'],
    ['ha detto ⟦“Non ora“⟧.', 'Non ora'],
    ['ha detto⟦ “Non ora” ⟧.', 'Non ora'],
    ['ha detto ⟦“Non ora⟧.', 'Non ora'],
    ['ha detto ⟦Non ora”⟧.', 'Non ora'],
    ["dell⟦'accordo⟧", "'accordo"],
    ['⟦«Sì» e «no»⟧', '«Sì» e «no»'],
    ['⟦“Disse: ‘no’”⟧', 'Disse: ‘no’'],
    ['ha detto ⟦Non ora⟧.', 'Non ora'],
    ['ha detto ⟦Il “no” di Rossi⟧.', 'Il “no” di Rossi'],
    ['⟦“”⟧', undefined],
    ['⟦“ ”⟧', undefined],
    ['⟦ ⟧', undefined],
    ['⟦“⟧', undefined],
    ['⟦a⟧', 'a'],
  ];
  for (const [source, words] of cases) {
    it(`leaves ${words ?? 'nothing'} of ${source}`, () => {
      const { text, span } = markedOnce(source);
      const left = withoutMarks(text, span);
      assert.equal(left && text.slice(left.start, left.end), words);
    });
  }
});

describe('inferQuoteKind', () => {
  const cases: readonly [kind: string, sources: readonly string[]][] = [
    [
      'direct',
      [
        '“⟦Non ora⟧”, ha detto Rossi.',
        '“⟦Non ora⟧,” said Rossi.',
        'Rossi: «\u00A0⟦Pas maintenant⟧\u00A0».',
        '„⟦Nicht jetzt⟧“, sagte Rossi.',
        "'⟦Not now⟧', said Rossi.",
        '林乔珩表示：“⟦我们投的是工程。⟧”',
        'قال: «⟦لن أعود⟧».',
        '“⟦Non ora⟧“, ha detto Rossi.',
        '“⟦Non ora⟧”, ha detto Rossi, “⟦non qui⟧”.',
        'Rossi: “⟦Il ponte è chiuso da ieri.⟧\nNuovo paragrafo.',
        'Rossi: “⟦Il ponte è chiuso⟧.\nNuovo paragrafo.',
        '“⟦Verdi ha detto “no”⟧”, dice Rossi.',
      ],
    ],
    [
      'mixed',
      [
        'Rossi parla di ⟦un ponte “da chiudere” subito⟧.',
        'Rossi: “⟦Non ora⟧”. ⟦E non qui⟧, aggiunge.',
        'Rossi ha spiegato che ⟦il ponte è “sicuro⟧” da ieri.',
      ],
    ],
    [
      'indirect',
      [
        'Rossi ha detto che ⟦il ponte è chiuso⟧.',
        '⟦Il ponte è chiuso⟧, dice Rossi.',
        'Rossi ha detto che ⟦l’accordo è dell’Ente⟧.',
        'Per Rossi l’⟦accordo non regge⟧.',
        "Per Rossi l'⟦accordo non regge⟧",
        'Rossi ha detto: ⟦non ora⟧',
        '⟦⟧',
      ],
    ],
  ];
  for (const [kind, sources] of cases) {
    for (const source of sources) {
      it(`is ${kind} for ${JSON.stringify(source)}`, () => {
        const { text, spans } = marked(source);
        assert.equal(inferQuoteKind(text, spans), kind);
      });
    }
  }
});
