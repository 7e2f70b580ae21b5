import assert from 'node:assert/strict';
import { diffSidecars } from '../../../../src/core/diff/diffSidecars';
import { summaryOf } from '../../../../src/core/diff/summary';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { bridge } from '../../../support/bridge';
import { articleOf } from '../../../support/builders';

describe('summaryOf', () => {
  const summary = (before: string, after: string) => {
    const [old, now] = [parseSource(before), parseSource(after)];
    return summaryOf(diffSidecars(old, now, articleOf(bridge.first), () => undefined));
  };

  it('counts by entities and speakers, and gives names as data', () => {
    assert.deepEqual(
      summary('', bridge.sidecar),
      [
        { thing: 'entity', change: 'added', count: 2 },
        { thing: 'mention', change: 'added', count: 1, name: 'Marco Bellini' },
        { thing: 'mention', change: 'added', count: 1, name: 'Irene Tassoni' },
        { thing: 'quote', change: 'added', count: 1 },
      ].sort((a, b) => order(a) - order(b)),
    );
  });

  it('says the names of a renamed entity, and counts changed annotations', () => {
    const after = bridge.sidecar
      .replace('name: Irene Tassoni', 'name: I. Tassoni')
      .replace('kind: direct', 'kind: mixed')
      .replace('chiosa: 1', 'chiosa: 1\narticle: { status: done }');
    assert.deepEqual(summary(bridge.sidecar, after), [
      { thing: 'article', change: 'changed', count: 1, parts: ['status'] },
      {
        thing: 'entity',
        change: 'renamed',
        count: 1,
        name: 'I. Tassoni',
        formerName: 'Irene Tassoni',
      },
      { thing: 'quote', change: 'changed', count: 1 },
    ]);
  });
});

/** The order of the text: she is named before him. */
function order({ thing, name = '' }: { thing: string; name?: string }): number {
  return ['entity', 'mention', 'quote'].indexOf(thing) * 2 + (name === 'Marco Bellini' ? 1 : 0);
}
