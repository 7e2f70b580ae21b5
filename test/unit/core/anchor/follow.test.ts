import assert from 'node:assert/strict';
import { Follower } from '../../../../src/core/anchor/follow';
import { marked } from '../../../support/marked';

/** The words of a marked span of one text that are there in another one. */
function followed(before: string, after: string): string | undefined {
  const { text, spans } = marked(before);
  const [span] = spans;
  assert.ok(span);
  const now = new Follower(text, after, false).follow(span);
  return now && after.slice(now.start, now.end);
}

describe('Follower', () => {
  it('follows words with what was written within them, not at their ends', () => {
    assert.equal(
      followed(
        'Ieri ⟦il ponte di Rivalta⟧ era chiuso.',
        'Ieri qui il ponte nuovo di Rivalta era chiuso.',
      ),
      'il ponte nuovo di Rivalta',
    );
  });

  it('follows a name that was mended', () => {
    assert.equal(followed('Parla Ada ⟦Errnai⟧ a tutti.', 'Parla Ada Errani a tutti.'), 'Errani');
  });

  it('follows no name in the place of which another was put', () => {
    assert.equal(followed('Parla Ada ⟦Errani⟧ a tutti.', 'Parla Ada Bosco a tutti.'), undefined);
  });

  it('follows nothing where there are no words', () => {
    assert.equal(followed('Parla⟦ ⟧Ada.', 'Parla Ada.'), undefined);
  });
});
