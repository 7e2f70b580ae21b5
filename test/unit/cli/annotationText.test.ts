import assert from 'node:assert/strict';
import { entityText, fieldLines, quoteText } from '../../../src/cli/annotationText';

describe('annotations as text', () => {
  it('are each in one line, without what a terminal obeys', () => {
    const entity = { id: 'a', name: 'A\u001b[31m\nB', type: 'person', extra: { born: 1950 } };
    assert.equal(entityText(entity), 'entity a: A [31m B (person), born: 1950');
  });

  it('say of a quote who speaks, the cue, and the words of the speaker', () => {
    const target = (exact: string) => ({ selectors: [{ exact }] });
    const quote = {
      kind: 'direct' as const,
      content: target('Non ora'),
      cue: { target: target('dice') },
      speaker: { entity: 'a', target: target('lei') },
    };
    assert.equal(
      quoteText(quote, () => 'Ada'),
      'direct quote of Ada: “Non ora”, cue “dice”, speaker “lei”',
    );
  });

  it('say fields by their keys, and values that are no text as JSON', () => {
    assert.deepEqual(fieldLines({ status: 'done', labels: ['a'] }), [
      'article status: done',
      'article labels: ["a"]',
    ]);
  });
});
