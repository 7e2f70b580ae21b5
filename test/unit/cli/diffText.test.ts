import assert from 'node:assert/strict';
import { diffText } from '../../../src/cli/diffText';
import { diffSidecars } from '../../../src/core/diff/diffSidecars';
import { summaryOf } from '../../../src/core/diff/summary';
import { summaryText } from '../../../src/core/diff/summaryText';
import { parseSource } from '../../../src/core/sidecar/parseBlocks';
import { bridge } from '../../support/bridge';
import { articleOf } from '../../support/builders';

describe('diffText', () => {
  const said = (before: string, after: string) => {
    const sources = [parseSource(before), parseSource(after)] as const;
    const result = diffSidecars(...sources, articleOf(bridge.first), () => undefined);
    return { text: diffText(result), summary: summaryText(summaryOf(result)) };
  };

  it('says each part as it was and as it is', () => {
    const after = bridge.sidecar
      .replace('name: Irene Tassoni', 'name: I. Tassoni')
      .replace('cue: { exact: ha risposto }', 'speaker: { entity: irene-tassoni }')
      .replace('chiosa: 1', 'chiosa: 1\nnote: 1\narticle: { status: done }');
    assert.deepEqual(said(bridge.sidecar, after), {
      text: [
        '~ sidecar note: none → 1',
        '~ article status: none → done',
        '~ entity irene-tassoni: Irene Tassoni (person) renamed to irene-tassoni: I. Tassoni (person)',
        '~ quote of I. Tassoni: “Non prima di marzo” (cue: “ha risposto” → none; speaker: none → I. Tassoni)',
        '',
      ].join('\n'),
      summary:
        'sidecar: note, article: status, Irene Tassoni renamed to I. Tassoni, 1 quote changed',
    });
  });
});
