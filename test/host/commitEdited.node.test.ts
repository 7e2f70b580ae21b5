import assert from 'assert';
import * as vscode from 'vscode';
import { commit, one, sidecar, text, two } from './support/committing';
import { OwnRepository } from './support/repository';
import { run, select } from './support/workbench';

describe('committing annotations that are being edited', function () {
  this.timeout(60_000);
  let repository: OwnRepository;

  before(function () {
    if (!vscode.workspace.isTrusted) this.skip();
  });
  beforeEach(() => {
    repository = new OwnRepository('commit-edited');
  });
  afterEach(() => repository.dispose());

  it('saves first what is not saved, sidecar and all', async () => {
    repository.commit({ 'a.txt': text });
    repository.write({ 'a.txt.ann.yaml': one });
    const editor = await repository.open('a.txt');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Oggi. ');
    });
    await commit();
    assert.equal(repository.git('show', 'HEAD:a.txt'), `Oggi. ${text}`.trim());
    assert.equal(editor.document.isDirty, false);
    assert.deepEqual(repository.status(), []);
  });

  it('saves a sidecar before its article, so that it is of the new text', async () => {
    repository.commit({ 'a.txt': text });
    const inText = await repository.open('a.txt');
    select(inText, 'Zelda Orvieto');
    await run('annotateEntity', { type: 'person' });
    repository.commit({});
    await inText.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Oggi. ');
    });
    const inSidecar = await repository.open('a.txt.ann.yaml');
    await inSidecar.edit((edit) => {
      edit.insert(inSidecar.document.lineAt(1).range.start, '# Seen.\n');
    });
    await repository.open('a.txt');
    await commit();
    const saved = repository.git('show', 'HEAD:a.txt.ann.yaml');
    assert.match(saved, /# Seen\./);
    assert.match(saved, new RegExp(repository.git('rev-parse', 'HEAD:a.txt').slice(0, 12)));
    assert.deepEqual(repository.status(), []);
  });

  it('takes along what is saved of an article while the message is written', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one, 'b.txt': text });
    repository.write({ 'a.txt.ann.yaml': two });
    const editor = await repository.open('a.txt');
    await commit(0, {
      1: async () => {
        repository.write({ 'b.txt.ann.yaml': one });
        await editor.edit((edit) => {
          edit.insert(new vscode.Position(0, 0), 'Oggi. ');
        });
        await editor.document.save();
      },
    });
    assert.deepEqual(repository.last().files, ['M a.txt', 'M a.txt.ann.yaml']);
    assert.deepEqual(repository.status(), ['?? b.txt.ann.yaml']);
  });

  it('asks again for what is not saved, or has problems, once the message is written', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.write({ 'a.txt.ann.yaml': two });
    const editor = await repository.open('a.txt');
    await commit(0, {
      1: () =>
        editor.edit((edit) => {
          edit.insert(new vscode.Position(0, 0), 'Oggi. ');
        }),
    });
    assert.deepEqual(repository.last().files, ['M a.txt', 'M a.txt.ann.yaml']);
    repository.write({ 'a.txt.ann.yaml': one });
    await commit(0, {
      1: () => {
        repository.write({ 'a.txt.ann.yaml': sidecar(['Zelda Orvieto', 'Nobody']) });
      },
    });
    assert.match(vscode.window.activeTextEditor?.document.fileName ?? '', /a\.txt\.ann\.yaml$/);
    assert.deepEqual(repository.status(), ['M a.txt.ann.yaml']);
  });

  it('is refused where an article has been deleted while the message was written', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.write({ 'a.txt.ann.yaml': two });
    await repository.open('a.txt');
    await commit(0, {
      1: () => {
        repository.remove('a.txt.ann.yaml');
      },
    });
    assert.equal(repository.last().subject, 'Before');
    assert.deepEqual(repository.status(), ['D a.txt.ann.yaml']);
  });

  it('says what git says where another program has locked what is staged', async () => {
    repository.commit({ 'a.txt': text });
    repository.write({ 'a.txt.ann.yaml': one, '.git/index.lock': '' });
    await repository.open('a.txt');
    await commit();
    repository.remove('.git/index.lock');
    assert.equal(repository.last().subject, 'Before');
    assert.deepEqual(repository.status(), ['?? a.txt.ann.yaml']);
  });
});
