import assert from 'node:assert/strict';
import { problemMessage, problemMessages } from '../../../../src/core/check/messages';
import { problem, problemKinds, startOfFile } from '../../../../src/core/check/problem';

describe('problemMessages', () => {
  it('has one sentence for each code', () => {
    assert.deepEqual(Object.keys(problemMessages).sort(), Object.keys(problemKinds).sort());
    for (const sentence of Object.values(problemMessages))
      assert.match(sentence, /^[\p{Lu}“].*[.}]$/u);
  });
});

describe('problemMessage', () => {
  it('puts the details in', () => {
    assert.equal(
      problemMessage(problem('unknown-type', startOfFile, { type: 'ship', types: 'person, work' })),
      'The entity type “ship” is not one of this project’s: person, work.',
    );
  });

  it('leaves placeholders in the details alone', () => {
    assert.equal(
      problemMessage(
        problem('invalid-value', startOfFile, { path: '{reason}', reason: '$& {path}' }),
      ),
      '“{reason}”: $& {path}',
    );
  });

  it('shows a placeholder whose detail is missing rather than nothing', () => {
    assert.equal(
      problemMessage(problem('duplicate-key', startOfFile)),
      'The key “{key}” stands here twice. Keep one of the two.',
    );
  });
});
