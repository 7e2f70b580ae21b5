import assert from 'node:assert/strict';
import { targetFor } from '../../../../src/core/edit/target';
import {
  SelectorsFor,
  targetData,
  targetIn,
  targetInList,
} from '../../../../src/core/sidecar/targetData';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧ tace. ⟦Bea⟧ parla, e ⟦Bea⟧ ride.\n');
const [ada, bea] = [nth(spans, 0), nth(spans, 1)];
const [was, is] = ['a'.repeat(40), 'b'.repeat(40)];

describe('targetData', () => {
  it('is a selector, or spans with several', () => {
    assert.deepEqual(targetData({ selectors: [{ exact: 'Ada', extra: { x: 1 } }] }), {
      exact: 'Ada',
      x: 1,
    });
    const pieces = [{ exact: 'Ada' }, { exact: 'Bea' }];
    assert.deepEqual(targetData({ selectors: pieces }), { spans: pieces });
  });
});

describe('targetIn', () => {
  it('is what targetData has written, with its places', () => {
    for (const target of [targetFor(text, [ada]), targetFor(text, [ada, bea])]) {
      assert.deepEqual(targetIn(targetData(target), text), target);
    }
  });

  it('has no place where one of its words has none, or is of another text', () => {
    assert.deepEqual(targetIn({ exact: 'Carla' }, text), { selectors: [{ exact: 'Carla' }] });
    const other = { exact: 'Ada', text: was };
    assert.deepEqual(targetIn(other, text), { selectors: [other] });
    const pieces = [{ exact: 'Ada' }, { exact: 'Bea' }];
    assert.equal(targetIn({ spans: pieces }, text)?.spans, undefined, 'Bea stands twice');
  });

  it('is nothing where the keys say none', () => {
    assert.equal(targetIn({ entity: 'ada' }, text), undefined);
    assert.equal(targetIn({ exact: null }, text), undefined);
  });

  it('leaves the further keys of a single selector to its annotation, and keeps those of pieces', () => {
    assert.deepEqual(targetIn({ exact: 'Ada', nota: 1 }, text)?.selectors, [{ exact: 'Ada' }]);
    assert.deepEqual(targetInList([{ exact: 'Ada', nota: 1 }], text).selectors, [
      { exact: 'Ada', extra: { nota: 1 } },
    ]);
  });
});

describe('SelectorsFor', () => {
  it('leaves what is written for the text as it is', () => {
    const target = { selectors: [{ exact: 'Ada' }], spans: [ada] };
    assert.equal(new SelectorsFor(text, is, is).target(target), target);
    assert.deepEqual(new SelectorsFor(text, is, was).target(target), target);
  });

  it('writes anew what does not lead to its place in the text', () => {
    const target = { selectors: [{ exact: 'Bea', extra: { x: 1 } }], spans: [bea] };
    assert.deepEqual(new SelectorsFor(text, is, was).target(target).selectors, [
      { exact: 'Bea', prefix: 'Ada tace. ', suffix: ' parla, e Bea ride.', extra: { x: 1 } },
    ]);
  });

  it('says of what has no place for which text it was written', () => {
    const target = { selectors: [{ exact: 'Carla' }] };
    const written = new SelectorsFor(text, is, was).target(target);
    assert.deepEqual(written.selectors, [{ exact: 'Carla', text: was }]);
    assert.deepEqual(new SelectorsFor(text, is, 'c'.repeat(40)).target(written), written);
    assert.equal(new SelectorsFor(text, undefined, undefined).target(target), target);
  });

  it('says the same of what is undecided', () => {
    const conflict = { theirs: { exact: 'Ada', entity: 'ada' } };
    assert.equal(new SelectorsFor(text, is, is).conflict(conflict), conflict);
    assert.deepEqual(new SelectorsFor(text, is, was).conflict(conflict), {
      theirs: { exact: 'Ada', entity: 'ada', text: was },
    });
  });
});
