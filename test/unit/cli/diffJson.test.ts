import assert from 'node:assert/strict';
import { diffJson } from '../../../src/cli/diffJson';
import { diffSidecars } from '../../../src/core/diff/diffSidecars';
import { parseSource } from '../../../src/core/sidecar/parseBlocks';
import { bridge } from '../../support/bridge';
import { articleOf } from '../../support/builders';

describe('diffJson', () => {
  it('says both versions of what is changed, as docs/cli.md describes them', () => {
    const after = bridge.sidecar.replace(
      'cue:',
      'speaker: { entity: irene-tassoni, at: 1 }\n    cue:',
    );
    const sources = [parseSource(bridge.sidecar), parseSource(after)] as const;
    const result = diffSidecars(...sources, articleOf(bridge.first), () => undefined);
    const quote = {
      kind: 'direct',
      words: ['Non prima di marzo'],
      cue: { words: ['ha risposto'] },
    };
    const speaker = {
      entity: 'irene-tassoni',
      name: 'Irene Tassoni',
      words: null,
      keys: { at: 1 },
    };
    assert.deepEqual(JSON.parse(diffJson(result)), [
      {
        thing: 'quote',
        change: 'changed',
        parts: ['speaker'],
        before: { ...quote, speaker: null },
        after: { ...quote, speaker },
      },
    ]);
  });
});
