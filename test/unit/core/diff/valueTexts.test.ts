import assert from 'node:assert/strict';
import {
  cueText,
  furtherText,
  oneLine,
  speakerText,
  targetText,
  valueText,
} from '../../../../src/core/diff/valueTexts';

describe('values as text', () => {
  const target = { selectors: [{ exact: 'la\nsindaca' }, { exact: 'di Riva' }] };
  const nameOf = (id: string) => id.toUpperCase();

  it('are in one line, without what a terminal obeys', () => {
    assert.equal(oneLine('A\u001b[31m\n\tB'), 'A [31m B');
    assert.equal(targetText(target), '“la sindaca … di Riva”');
  });

  it('are text as it is, and the rest as JSON', () => {
    assert.deepEqual(['a b', 1, ['a'], null].map(valueText), ['a b', '1', '["a"]', 'null']);
  });

  it('say a cue, and a speaker by name and by words, with their further keys', () => {
    assert.equal(cueText({ target, extra: { by: 'hand' } }), '“la sindaca … di Riva”, by: hand');
    assert.equal(speakerText({ entity: 'ada', target }, nameOf), 'ADA “la sindaca … di Riva”');
    assert.equal(speakerText({ entity: 'ada' }, nameOf), 'ADA');
    assert.equal(
      furtherText({ conflict: { theirs: 'removed' } }),
      ', conflict: {"theirs":"removed"}',
    );
  });
});
