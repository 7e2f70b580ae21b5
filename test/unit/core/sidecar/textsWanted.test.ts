import assert from 'node:assert/strict';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { textsWanted } from '../../../../src/core/sidecar/read';
import { articleOf } from '../../../support/builders';

const article = articleOf('Rossi ha parlato.\n');
const id = article.identity.id();
const rossi = ['entities:', '  rossi:', '    name: Rossi', '    type: person'];

describe('textsWanted', () => {
  const [one, two, atHand] = ['a'.repeat(40), 'b'.repeat(64), 'c'.repeat(40)];
  const wanted = (...lines: readonly string[]) =>
    textsWanted(parseSource(['chiosa: 1', ...lines, ''].join('\n')), article, (text) =>
      text === atHand ? 'Rossi' : undefined,
    );

  it('are those that selectors were written for, but the present one and those at hand, each once', () => {
    const mentions = [one, id, two, atHand, one].map(
      (text) => `      - { exact: Rossi, text: ${text} }`,
    );
    assert.deepEqual(wanted(...rossi, '    mentions:', ...mentions), [one, two]);
    assert.deepEqual(wanted(`text: ${two}`, ...rossi, '    mentions:', ...mentions), [one, two]);
    assert.deepEqual(wanted(`text: "${one}"`), [one]);
  });

  it('are none in a sidecar of the present text, and in one that is not YAML', () => {
    assert.deepEqual(wanted(`text: ${id}`, ...rossi), []);
    assert.deepEqual(wanted(...rossi), []);
    assert.deepEqual(wanted('text: ['), []);
  });
});
