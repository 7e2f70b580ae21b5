import assert from 'node:assert/strict';
import { PartlyDone, UserError } from '../../../src/host/userError';

describe('an error for a person', () => {
  const action = { title: 'Apri', command: 'chiosa.open', arguments: ['a.txt', 3] };

  it('says what is wrong, what a button does, and what was behind it', () => {
    const cause = new Error('EACCES');
    const error = new UserError('Il file è chiuso.', action, { cause });
    assert.equal(error.message, 'Il file è chiuso.');
    assert.equal(error.action, action);
    assert.equal(error.cause, cause);
    assert.deepEqual(
      [new UserError('No.').action, new UserError('No.').cause],
      [undefined, undefined],
    );
  });

  it('is told from errors of programs, and an act that is done in part from one that is not', () => {
    const partly = new PartlyDone('Tranne a.txt.', action);
    assert.ok(partly instanceof UserError && partly instanceof Error);
    assert.deepEqual([partly.message, partly.action], ['Tranne a.txt.', action]);
    assert.ok(!(new UserError('No.') instanceof PartlyDone));
    assert.ok(!(new Error('No.') instanceof UserError));
  });
});
