import assert from 'node:assert/strict';
import {
  problemMessage,
  problemMessages,
  reasonMessages,
} from '../../../../src/core/check/messages';
import { problem, problemKinds, startOfFile } from '../../../../src/core/check/problem';

describe('problemMessages', () => {
  it('has one sentence for each code', () => {
    assert.deepEqual(Object.keys(problemMessages).sort(), Object.keys(problemKinds).sort());
    for (const sentence of Object.values(problemMessages))
      assert.match(sentence, /^[\p{Lu}“].*[.}]$/u);
  });
});

describe('reasonMessages', () => {
  it('belong to a code each', () => {
    for (const reason of Object.keys(reasonMessages)) {
      assert.ok(Object.hasOwn(problemKinds, reason.replace(/\/.*/, '')), reason);
    }
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
        problem('invalid-value/one-of', startOfFile, { path: '{values}', values: '$& {path}' }),
      ),
      '“{values}”: this is one of $& {path}',
    );
  });

  it('is in the language that it is translated into, with the same details', () => {
    const translate = (english: string) => english.replace('stands here twice', 'è due volte');
    assert.equal(
      problemMessage(problem('duplicate-key', startOfFile, { key: 'sì' }), translate),
      'The key “sì” è due volte. Keep one of the two.',
    );
  });

  it('shows a placeholder whose detail is missing rather than nothing', () => {
    assert.equal(
      problemMessage(problem('duplicate-key', startOfFile)),
      'The key “{key}” stands here twice. Keep one of the two.',
    );
  });
});
