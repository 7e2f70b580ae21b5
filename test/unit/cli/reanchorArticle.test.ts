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

  it('says the same where nothing is to be written, and writes nothing', () =>
    withFolder(bridgeFiles, async (folder) => {
      edit(folder, bridge.second.replace(/.*traghetto.*\n/, ''));
      const dry = await withSession(folder, (session) =>
        reanchorArticle('ponte.txt', session, true),
      );
      assert.equal(sidecarIn(folder), bridge.sidecar);
      const real = await reanchored(folder);
      assert.deepEqual(dry.change, real.change);
      assert.deepEqual(
        dry.problems.map(({ code }) => code),
        real.problems.map(({ code }) => code),
      );
      assert.notEqual(sidecarIn(folder), bridge.sidecar);
    }));

  it('loses all of an article that is empty, and finds it when its text is back', () =>
    withFolder(bridgeFiles, async (folder) => {
      edit(folder, '');
      const { change, problems } = await reanchored(folder);
      assert.deepEqual([change?.carried, change?.lost, problems.length], [0, 4, 4]);
      edit(folder, bridge.first, false);
      const again = await reanchored(folder);
      assert.deepEqual([again.change?.lost, again.problems], [0, []]);
      assert.doesNotMatch(sidecarIn(folder), /exact: .* text: /);
    }));

  it('changes nothing the second time, and nothing when the old text is back but the ids', () =>
    withFolder(bridgeFiles, async (folder) => {
      edit(folder, bridge.second);
      await reanchored(folder);
      const second = sidecarIn(folder);
      assert.deepEqual(await reanchored(folder), { problems: [] });
      assert.equal(sidecarIn(folder), second);
      edit(folder, bridge.first);
      assert.equal((await reanchored(folder)).change?.carried, 4);
      assert.ok(sidecarIn(folder).includes(`text: ${idOf(bridge.first)}\n`));
      edit(folder, bridge.second);
      await reanchored(folder);
      assert.equal(sidecarIn(folder), second);
    }));

  it('carries an article over that was converted: LF, composed letters and no mark, for CRLF and two code points', () => {
    const lines = ['🌊 Noè Città parla.', 'Poi Noè Città tace, e 海港局 apre.', ''];
    const before = `\uFEFF${lines.join('\r\n').normalize('NFD')}`;
    const name = 'Noè Città'.normalize('NFD');
    const sidecar = [
      'chiosa: 1',
      `text: ${idOf(before.replaceAll('\r\n', '\n'))}`,
      'entities:',
      '  noe:',
      '    name: Noè Città',
      '    type: person',
      '    mentions:',
      `      - { exact: ${name}, suffix: " parla" }`,
      `      - { exact: ${name}, suffix: " tace" }`,
      '',
    ].join('\n');
    return withFolder({ 'ponte.txt': before, 'ponte.txt.ann.yaml': sidecar }, async (folder) => {
      edit(folder, `Titolo\n${lines.join('\n')}`);
      const { change, problems } = await reanchored(folder);
      assert.deepEqual([change?.carried, change?.lost, problems], [2, 0, []]);
      assert.equal(sidecarIn(folder).split('exact: Noè Città').length, 3);
    });
  });

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
