import assert from 'assert';
import {
  closeAll,
  eventually,
  hover,
  openArticle,
  read,
  run,
  until,
  uriOf,
  write,
} from './support/workbench';

describe('a comparison with another file', () => {
  afterEach(async () => {
    await run('closeComparison');
    await closeAll();
  });

  it('needs no git', async () => {
    const { article, sidecar, editor } = await openArticle('Ines Wrack tace. Nadir Bolt no.\n', {
      name: 'faro.txt',
      sidecar:
        'chiosa: 1\nentities: { nadir: { name: Nadir, type: person, mentions: [ { exact: Nadir Bolt } ] } }\n',
    });
    const other = uriOf('altro-faro.ann.yaml');
    await write(
      other,
      'chiosa: 1\nentities: { ines: { name: Ines, type: person, mentions: [ { exact: Ines Wrack } ] } }\n',
    );
    await until('it is read', async () => (await hover(editor, 'Nadir')).includes('Person'));
    await run('compareAnnotations', { uri: article.toString(), file: other.toString() });
    await eventually('one is missed, the other new', async () => {
      assert.match(await hover(editor, 'Ines Wrack'), /Removed: mention “Ines Wrack” of Ines/);
      assert.match(await hover(editor, 'Nadir Bolt'), /Added: mention “Nadir Bolt” of Nadir/);
    });
    assert.match((await read(sidecar)) ?? '', /Nadir/);
  });
});
