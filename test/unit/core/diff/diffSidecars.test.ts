import assert from 'node:assert/strict';
import { diffSidecars } from '../../../../src/core/diff/diffSidecars';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { bridge, idOf } from '../../../support/bridge';
import { articleOf } from '../../../support/builders';

const { first, second, sidecar, sidecarOf } = bridge;
const texts = new Map([[idOf(first), first]]);

describe('diffSidecars', () => {
  it('takes an annotation that was written for another text for the same, at the same words', () => {
    const carried = sidecarOf(idOf(second)).replace(
      'exact: Tassoni',
      'exact: Tassoni, prefix: "Irene "',
    );
    const [old, now] = [parseSource(sidecar), parseSource(carried)];
    const { differences } = diffSidecars(old, now, articleOf(second), (id) => texts.get(id));
    assert.deepEqual(differences, []);
  });

  it('tells annotations apart by their words where no text is at hand', () => {
    const [old, now] = [
      parseSource(sidecar),
      parseSource(sidecar.replace('exact: Tassoni', 'exact: Tassoni, prefix: "Irene "')),
    ];
    assert.deepEqual(diffSidecars(old, now, undefined, () => undefined).differences, []);
  });
});
