import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { reanchorArticle } from '../../../src/cli/reanchorArticle';
import { withSession } from '../../../src/cli/session';
import { bridge, bridgeFiles, edit, idOf, sidecarIn } from '../../support/bridge';
import { withFolder } from '../../support/files';

/** What becomes of an article in a folder. */
const reanchored = (folder: string, file = 'ponte.txt') =>
  withSession(folder, (session) => reanchorArticle(file, session, false));

const codesOf = ({ problems }: Awaited<ReturnType<typeof reanchored>>) =>
  problems.map(({ code, line }) => `${code} ${String(line)}`);

describe('reanchorArticle', () => {
  it('counts the parts of quotes as annotations of their own', () =>
    withFolder(bridgeFiles, async (folder) => {
      edit(folder, bridge.second.replace('ha risposto', 'replicò'));
      const { change } = await reanchored(folder);
      assert.deepEqual(change, {
        sidecarFile: 'ponte.txt.ann.yaml',
        carried: 3,
        lost: 1,
        ambiguous: 0,
      });
    }));

  it('tells the lines of what is lost as they are in the sidecar that it has written', () =>
    withFolder(
      {
        ...bridgeFiles,
        'ponte.txt.ann.yaml': bridge.sidecar.replace(
          '      - { exact: Tassoni }\n',
          '      - { exact: una crepa }\n      - { exact: Tassoni }\n',
        ),
      },
      async (folder) => {
        edit(folder, bridge.second.replace('una crepa', 'ruggine ovunque'));
        const result = await reanchored(folder);
        const lines = sidecarIn(folder).split('\n');
        const line = lines.findIndex((each) => each.includes('una crepa')) + 1;
        assert.deepEqual(codesOf(result), [`anchor-lost ${String(line)}`]);
      },
    ));

  it('says nothing of problems that are none of places, as notes and unknown types are', () =>
    withFolder(
      {
        ...bridgeFiles,
        'ponte.txt.ann.yaml': bridge.sidecar.replace('type: person', 'type: mayor\n    mine: 1'),
      },
      async (folder) => {
        edit(folder, bridge.second);
        assert.deepEqual(codesOf(await reanchored(folder)), []);
      },
    ));

  it('reports articles that are gone or no text only where there is a sidecar to carry over', () =>
    withFolder({ ...bridgeFiles, 'b.txt': 'b\0' }, async (folder) => {
      fs.rmSync(path.join(folder, 'ponte.txt'));
      assert.deepEqual(codesOf(await reanchored(folder)), ['article-missing 1']);
      assert.deepEqual(codesOf(await reanchored(folder, 'b.txt')), []);
      assert.deepEqual(codesOf(await reanchored(folder, 'no.txt')), ['file-unreadable 1']);
      fs.writeFileSync(path.join(folder, 'ponte.txt'), 'a\0');
      assert.deepEqual(codesOf(await reanchored(folder)), ['file-binary 1']);
      assert.equal(sidecarIn(folder), bridge.sidecar);
    }));

  for (const [what, name] of [
    ['sidecar', 'ponte.txt.ann.yaml'],
    ['article', 'ponte.txt'],
  ] as const) {
    it(`begins again where somebody has written the ${what} meanwhile`, () =>
      withFolder(bridgeFiles, async (folder) => {
        edit(folder, bridge.second);
        const theirs =
          what === 'sidecar' ? `# theirs\n${bridge.sidecar}` : `${bridge.second}Fine.\n`;
        const { change } = await withSession(folder, (session) => {
          const { blobs } = session;
          const ask = blobs.read.bind(blobs);
          // Git is asked once both files have been read.
          blobs.read = (...asked) => {
            fs.writeFileSync(path.join(folder, name), theirs);
            return ask(...asked);
          };
          return reanchorArticle('ponte.txt', session, false);
        });
        assert.equal(change?.carried, 4);
        const text = fs.readFileSync(path.join(folder, 'ponte.txt'), 'utf8');
        assert.match(sidecarIn(folder), new RegExp(`^text: ${idOf(text)}$`, 'm'));
        assert.equal(sidecarIn(folder).startsWith('# theirs\n'), what === 'sidecar');
      }));
  }

  it('follows a sidecar that is a link, and keeps its mode', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder(
      { 'ponte.txt': bridge.first, 'real.yaml': bridge.sidecar },
      async (folder) => {
        const [link, real] = ['ponte.txt.ann.yaml', 'real.yaml'].map((name) =>
          path.join(folder, name),
        );
        fs.symlinkSync('real.yaml', link ?? '');
        fs.chmodSync(real ?? '', 0o640);
        edit(folder, bridge.second);
        await reanchored(folder);
        assert.equal(fs.readlinkSync(link ?? ''), 'real.yaml');
        assert.equal(fs.statSync(real ?? '').mode & 0o777, 0o640);
        assert.ok(fs.readFileSync(real ?? '', 'utf8').includes(idOf(bridge.second)));
      },
    );
  });
});
