import assert from 'assert';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { blobId } from '../../src/core/text/blobId';
import { Repository } from './support/conflictRepository';
import { fixesOf, records, resolve, take, words } from './support/conflicts';
import { closeAll, eventually, hover, problems, read, run } from './support/workbench';

type Types = Parameters<typeof records>[0];

/** A sidecar of entities with these types, for a text. */
function sidecar(types: Types, text = words): string {
  const id = blobId(new TextEncoder().encode(text));
  return `chiosa: 1\ntext: ${id}\nentities:\n${records(types)}`;
}

describe('sidecars that git could not merge', () => {
  let repository: Repository;

  before(function () {
    // VS Code's own git extension does not run in a folder that is not trusted.
    if (!vscode.workspace.isTrusted) this.skip();
  });

  afterEach(async () => {
    await closeAll();
    fs.rmSync(repository.folder.fsPath, { recursive: true, force: true });
  });

  async function becomes(expected: string): Promise<void> {
    await eventually('the sidecar is as expected', async () => {
      assert.equal(await read(repository.sidecar), expected);
    });
  }

  it('are merged from the versions in the index, undone, and staged', async () => {
    repository = new Repository('sul molo è 海.txt');
    repository.branch(
      sidecar({ olmo: 'person' }),
      sidecar({ olmo: 'person', pia: 'person' }),
      sidecar({ olmo: 'person', remo: 'person' }),
    );
    repository.conflict('merge', 'molo');
    const marked = fs.readFileSync(repository.sidecar.fsPath, 'utf8');
    assert.match(marked, /^<<<<<<< HEAD$/m);
    const editor = await repository.open();
    await take(
      await fixesOf(repository.sidecar, /unresolved merge conflict/),
      'Merge Annotations by Meaning',
    );
    const merged = sidecar({ olmo: 'person', pia: 'person', remo: 'person' });
    await becomes(merged);
    await eventually('nothing is wrong', async () => {
      assert.deepEqual(problems(repository.sidecar), []);
      assert.match(await hover(editor, 'Remo Galt'), /Person/);
    });
    await vscode.window.showTextDocument(repository.article);
    await run('undo');
    await becomes(marked);
    await run('redo');
    await becomes(merged);
    assert.notEqual(repository.unmerged, '');
    await vscode.commands.executeCommand('_chiosa.stageSidecar', { uri: repository.sidecar });
    assert.equal(repository.unmerged, '');
    repository.git('commit', '--quiet', '--no-edit');
  });

  it('say what they have in conflict, which is decided one by one, each by one act', async () => {
    repository = new Repository('due rive.txt');
    repository.branch(
      sidecar({ olmo: 'person', pia: 'person', sira: 'person' }),
      sidecar({ olmo: 'organization', pia: 'organization', sira: 'work' }),
      sidecar({ olmo: 'location', pia: 'location', sira: 'location' }),
    );
    repository.conflict('merge', 'molo');
    await repository.open();
    await run('mergeSidecar');
    await eventually('three are left', () => {
      assert.equal(problems(repository.sidecar).length, 3);
    });
    const undecided = await read(repository.sidecar);
    // Ours of the first, none of the second, theirs of the third.
    await resolve(0, 2, 1);
    const left = sidecar({ olmo: 'organization', pia: 'organization', sira: 'location' });
    const conflict = '    conflict: { theirs: { type: location } }\n';
    await becomes(left.replace(/(?= {2}sira:)/, conflict));
    await run('undo');
    await run('undo');
    await becomes(undecided ?? '');
    await run('redo');
    await run('redo');
    await resolve(1);
    await becomes(sidecar({ olmo: 'organization', pia: 'location', sira: 'location' }));
    await eventually('nothing is wrong', () => {
      assert.deepEqual(problems(repository.sidecar), []);
    });
  });

  it('are merged where both sides have added them', async () => {
    repository = new Repository('nuovo.txt');
    repository.branch(undefined, sidecar({ pia: 'person' }), sidecar({ remo: 'person' }));
    repository.conflict('merge', 'molo');
    await repository.open();
    await run('mergeSidecar');
    await becomes(sidecar({ pia: 'person', remo: 'person' }));
  });

  it('are kept or removed, as the user says, where one side has removed them', async () => {
    for (const row of [0, 1]) {
      repository = new Repository('tolto.txt');
      const changed = sidecar({ olmo: 'person', pia: 'person' });
      repository.branch(sidecar({ olmo: 'person' }), changed, undefined);
      repository.conflict('merge', 'molo');
      await repository.open();
      let isOver = false;
      const act = run('mergeSidecar').finally(() => (isOver = true));
      await new Promise((shown) => setTimeout(shown, 700));
      assert.ok(!isOver, 'it asks');
      if (row === 1) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await act;
      assert.equal(await read(repository.sidecar), row === 0 ? changed : undefined);
      assert.equal(repository.unmerged, '');
      await closeAll();
      if (row === 0) fs.rmSync(repository.folder.fsPath, { recursive: true });
    }
  });

  it('are staged alone, where the name is a pattern that others match too', async () => {
    repository = new Repository('nota [1].txt');
    repository.branch(
      sidecar({ olmo: 'person' }),
      sidecar({ olmo: 'person', pia: 'person' }),
      sidecar({ olmo: 'person', remo: 'person' }),
    );
    repository.conflict('merge', 'molo');
    fs.writeFileSync(path.join(repository.folder.fsPath, 'nota 1.txt.ann.yaml'), 'chiosa: 1\n');
    await repository.open();
    await run('mergeSidecar');
    await becomes(sidecar({ olmo: 'person', pia: 'person', remo: 'person' }));
    await vscode.commands.executeCommand('_chiosa.stageSidecar', { uri: repository.sidecar });
    assert.equal(repository.unmerged, '');
    assert.match(repository.git('status', '--porcelain'), /^\?\? "nota 1\.txt\.ann\.yaml"$/m);
  });

  it('are merged in a rebase, in which theirs is the commit that is applied again', async () => {
    repository = new Repository('base nuova.txt');
    repository.branch(
      sidecar({ olmo: 'person', pia: 'person' }),
      sidecar({ olmo: 'organization', pia: 'person' }),
      sidecar({ olmo: 'location', pia: 'person', remo: 'person' }),
    );
    repository.git('switch', '--quiet', 'molo');
    repository.conflict('rebase', 'main');
    await repository.open();
    await run('mergeSidecar');
    await eventually('one is left', () => {
      assert.equal(problems(repository.sidecar).length, 1);
    });
    await take(await fixesOf(repository.sidecar, /Both sides of a merge/), 'Keep Theirs');
    await becomes(sidecar({ olmo: 'location', pia: 'person', remo: 'person' }));
    await vscode.commands.executeCommand('_chiosa.stageSidecar', { uri: repository.sidecar });
    repository.git('-c', 'core.editor=true', 'rebase', '--continue');
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('are merged where a merge driver has failed, which leaves ours without marks', async () => {
    repository = new Repository('senza segni.txt');
    repository.git('config', 'merge.failing.driver', 'exit 3');
    const attributes = path.join(repository.folder.fsPath, '.gitattributes');
    fs.writeFileSync(attributes, '*.ann.yaml merge=failing\n');
    const ours = sidecar({ olmo: 'person', pia: 'person' });
    repository.branch(
      sidecar({ olmo: 'person' }),
      ours,
      sidecar({ olmo: 'person', remo: 'person' }),
    );
    repository.conflict('merge', 'molo');
    const { fsPath } = repository.sidecar;
    assert.equal(fs.readFileSync(fsPath, 'utf8'), ours);
    fs.writeFileSync(fsPath, `\uFEFF${ours.replaceAll('\n', '\r\n')}`);
    await repository.open();
    await run('mergeSidecar');
    const merged = sidecar({ olmo: 'person', pia: 'person', remo: 'person' });
    await eventually('it is merged, in the form that the file has', () => {
      assert.equal(fs.readFileSync(fsPath, 'utf8'), `\uFEFF${merged.replaceAll('\n', '\r\n')}`);
    });
    await run('mergeSidecar');
    assert.match(fs.readFileSync(fsPath, 'utf8'), /remo/, 'it is merged by now');
  });

  it('keep what somebody has written in them since', async () => {
    repository = new Repository('a mano.txt');
    repository.branch(
      sidecar({ olmo: 'person' }),
      sidecar({ olmo: 'person', pia: 'person' }),
      sidecar({ olmo: 'person', remo: 'person' }),
    );
    repository.conflict('merge', 'molo');
    const { fsPath } = repository.sidecar;
    const source = fs.readFileSync(fsPath, 'utf8');
    fs.writeFileSync(fsPath, source.replace('name: Olmo Verzin', 'name: Olmo Verzin Rei'));
    await repository.open();
    await run('mergeSidecar');
    const merged = sidecar({ olmo: 'person', pia: 'person', remo: 'person' });
    await becomes(merged.replace('name: Olmo Verzin', 'name: Olmo Verzin Rei'));
  });

  it('are merged after the marks were staged, or committed, by what stands between them', async () => {
    repository = new Repository('già messo.txt');
    repository.branch(
      sidecar({ olmo: 'person' }),
      sidecar({ olmo: 'person', pia: 'person' }),
      sidecar({ olmo: 'person', remo: 'person' }),
    );
    repository.conflict('merge', 'molo');
    repository.git('add', '--all');
    await repository.open();
    await run('mergeSidecar');
    await becomes(sidecar({ olmo: 'person', pia: 'person', remo: 'person' }));
  });

  it('are left alone where a version in the index cannot be read', async () => {
    repository = new Repository('rotto.txt');
    repository.branch(
      sidecar({ olmo: 'person' }),
      sidecar({ olmo: 'person', pia: 'person' }),
      `${sidecar({ olmo: 'person' })}  remo: [\n`,
    );
    repository.conflict('merge', 'molo');
    const marked = fs.readFileSync(repository.sidecar.fsPath, 'utf8');
    await repository.open();
    await run('mergeSidecar');
    assert.equal(await read(repository.sidecar), marked);
  });

  it('are merged before or after the article, where git could not merge that either', async () => {
    const texts = {
      base: words,
      main: `${words}Poi piove sulla riva.\n`,
      molo: `${words}Poi nevica sul molo.\n`,
    };
    const decided = `${words}Poi piove sulla riva.\nPoi nevica sul molo.\n`;
    for (const isTextFirst of [true, false]) {
      repository = new Repository('anche il testo.txt');
      const of = (types: Types, text: string) => sidecar(types, text);
      repository.commit('Prima', of({ olmo: 'person' }, texts.base), texts.base);
      repository.git('switch', '--quiet', '--create', 'molo');
      repository.commit('Il molo', of({ olmo: 'person', remo: 'person' }, texts.molo), texts.molo);
      repository.git('switch', '--quiet', 'main');
      repository.commit('La riva', of({ olmo: 'person', pia: 'person' }, texts.main), texts.main);
      repository.conflict('merge', 'molo');
      const editor = await repository.open();
      const decide = async () => {
        await editor.edit((edit) => {
          const { lineCount } = editor.document;
          edit.replace(new vscode.Range(0, 0, lineCount, 0), decided);
        });
        await editor.document.save();
      };
      if (isTextFirst) await decide();
      await run('mergeSidecar');
      if (!isTextFirst) await decide();
      for (const [name, nth] of [
        ['Olmo Verzin', 1],
        ['Pia Strand', 1],
        ['Remo Galt', 1],
      ] as const) {
        await eventually(`${name} is annotated`, async () => {
          assert.match(await hover(editor, name, nth), /Person/);
        });
      }
      await eventually('the sidecar is of the text that was decided', async () => {
        const id = blobId(new TextEncoder().encode(decided));
        assert.match((await read(repository.sidecar)) ?? '', new RegExp(`^text: ${id}$`, 'm'));
        assert.deepEqual(problems(repository.sidecar), []);
      });
      await closeAll();
      if (isTextFirst) fs.rmSync(repository.folder.fsPath, { recursive: true });
    }
  });

  it('are not shown through a driver that makes other words of them', async () => {
    repository = new Repository('con driver.txt');
    repository.git('config', 'diff.shout.textconv', 'tr a-z A-Z <');
    const attributes = path.join(repository.folder.fsPath, '.gitattributes');
    fs.writeFileSync(attributes, '*.ann.yaml diff=shout\n');
    repository.branch(
      sidecar({ olmo: 'person' }),
      sidecar({ olmo: 'person', pia: 'person' }),
      sidecar({ olmo: 'person', remo: 'person' }),
    );
    repository.conflict('merge', 'molo');
    await repository.open();
    await run('mergeSidecar');
    await becomes(sidecar({ olmo: 'person', pia: 'person', remo: 'person' }));
  });
});
