import assert from 'node:assert/strict';
import type { KnownNames } from '../../../../src/core/entities/knownNames';
import { unannotatedNames } from '../../../../src/core/entities/unannotatedNames';
import { marked } from '../../../support/marked';

/** The names of the paragraph are those marked with ⟦ ⟧. */
function check(source: string, known: readonly KnownNames[] = []): void {
  const { text, spans } = marked(source);
  const found = unannotatedNames(text, { start: 0, end: text.length }, [], known);
  const words = (all: typeof spans) => all.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(words(found), words(spans), source);
}

describe('unannotatedNames', () => {
  it('are words with capitals that follow each other', () => {
    check('A ⟦Porto Selva⟧ la sindaca incontra ⟦Ugo Bani⟧ e ⟦Dora Lenti⟧, di ⟦Capo Lirio⟧.');
  });

  it('go over the words that hold a name together', () => {
    check('Le navi della ⟦Dravonia del Nord⟧ e la ⟦Corte dell’Aia⟧ con ⟦Ilse von der Marwitz⟧.');
    check('Parla la sindaca di ⟦Arvor⟧ del porto.');
  });

  it('leave elided words and possessives out', () => {
    check('Nei mari dell’⟦Orvenna⟧ e in ⟦Bani⟧’s ⟦Arvor⟧.');
  });

  it('at the beginning of a sentence or quotation are those that stand elsewhere with a capital', () => {
    check('Ieri la crisi di ⟦Dravonia⟧. ⟦Dravonia⟧ tace. Nessuno parla. «Basta», dice ⟦Ugo⟧.');
    check('⟦Ugo Bani⟧ tace. Il ⟦Molo⟧ chiude. La ⟦Lisenia⟧ tace.');
    check('La nave secondo ⟦Bani⟧ parte. Secondo ⟦Bani⟧ torna.');
  });

  it('are no little words behind a date or a colon', () => {
    check('Data 2031-11 Un incontro: La nave e l’⟦IT⟧ tornano.');
  });

  it('are known names there, and in scripts without capitals', () => {
    check('⟦Bani⟧ tace.', [new Set(['Bani'])]);
    check('زار ⟦ميرا سالم⟧ المدينة.', [new Set(['ميرا سالم'])]);
  });

  it('are not known by words in small letters', () => {
    check('Tace la sindaca.', [new Set(['la sindaca', 'sindaca'])]);
  });

  it('do not go over what is taken', () => {
    const { text, spans } = marked('Il portavoce del ⟦Molo⟧ ⟦Ugo Bani⟧ tace.');
    const [taken, name] = spans;
    assert.ok(taken && name);
    assert.deepEqual(unannotatedNames(text, { start: 0, end: text.length }, [taken], []), [name]);
  });
});
