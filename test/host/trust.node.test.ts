import assert from 'assert';
import * as vscode from 'vscode';

describe('workspace trust', () => {
  it('is withheld exactly in the run for that', () => {
    assert.equal(vscode.workspace.isTrusted, process.env['CHIOSA_TEST_UNTRUSTED'] === undefined);
  });
});
