import assert from 'node:assert/strict';
import { textAfterMerge } from '../../../../src/core/merge/mergedText';
import { articleOf } from '../../../support/builders';

const [first, corrected, other] = ['Uno.\n', 'Uno, e due.\n', 'Uno, o tre.\n'].map(articleOf);
assert.ok(first && corrected && other);
const [base, ours, theirs] = [first, corrected, other].map(({ identity }) => identity.id());
assert.ok(base && ours && theirs);

describe('textAfterMerge', () => {
  it('is the text of the side that has changed it, which git may not have come to', () => {
    assert.equal(textAfterMerge({ base, ours: base, theirs }, first), theirs);
    assert.equal(textAfterMerge({ base, ours, theirs: base }, first), ours);
  });

  it('is that in the work tree where it is that', () => {
    assert.equal(textAfterMerge({ base, ours: base, theirs: base }, first), undefined);
    assert.equal(textAfterMerge({ base, ours, theirs: base }, corrected), undefined);
    assert.equal(textAfterMerge({ base, ours: base, theirs }, other), undefined);
  });

  it('is that in the work tree where it was merged, or has marks of git', () => {
    const merged = articleOf('Uno, e due, o tre.\n');
    assert.equal(textAfterMerge({ base, ours, theirs }, merged), undefined);
    const marked = articleOf('<<<<<<< a\nUno, e due.\n=======\nUno, o tre.\n>>>>>>> b\n');
    const id = marked.identity.id();
    assert.equal(textAfterMerge({ base, ours: id, theirs }, marked), undefined);
  });

  it('is that of ours where both have changed it and it is not merged yet', () => {
    assert.equal(textAfterMerge({ base, ours, theirs }, first), ours);
    assert.equal(textAfterMerge({ base, ours, theirs }, corrected), undefined);
    assert.equal(textAfterMerge({ base, ours, theirs }, undefined), ours);
  });

  it('is one that a side names, where others name none', () => {
    assert.equal(textAfterMerge({ theirs }, undefined), theirs);
    assert.equal(textAfterMerge({ base, theirs }, undefined), theirs);
    assert.equal(textAfterMerge({}, undefined), undefined);
    assert.equal(textAfterMerge({}, first), undefined);
  });
});
