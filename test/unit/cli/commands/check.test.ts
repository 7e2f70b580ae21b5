import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { bridge, bridgeFiles, edit } from '../../../support/bridge';
import { harbour, inFolder } from '../../../support/cli';

const broken = {
  'b/rotto, due.txt': 'Ada.\n',
  'b/rotto, due.txt.ann.yaml':
    'chiosa: 1\nentities:\n  ada: { name: 12, type: person }\nextra: 100%\n',
};
const clean = { 'a.txt': harbour.article, 'a.txt.ann.yaml': harbour.sidecar };

describe('chiosa check', () => {
  it('finds nothing in a clean folder', () =>
    inFolder(clean, async ({ chiosa }) => {
      const { status, out, err } = await chiosa('check');
      assert.deepEqual([status, out], [0, '']);
      assert.equal(err, 'articles: 1, errors: 0, warnings: 0, notes: 0\n');
    }));

  it('gives each problem with file, line and column, as lines', () =>
    inFolder({ ...clean, ...broken }, async ({ chiosa }) => {
      const { status, out } = await chiosa('check', 'a.txt', 'b');
      assert.equal(status, 1);
      assert.deepEqual(out.split('\n'), [
        'b/rotto, due.txt.ann.yaml:3:16: error: “entities.ada.name”: this must be text: put it in quotation marks [invalid-value]',
        'b/rotto, due.txt.ann.yaml:4:1: info: “extra” is not a key of the format. It is kept as it is. [unknown-key]',
        '',
      ]);
    }));

  it('gives them as JSON', () =>
    inFolder(broken, async ({ chiosa }) => {
      const { out } = await chiosa('check', '--format', 'json');
      assert.deepEqual(
        (JSON.parse(out) as object[]).map((each) => ({ ...each, message: '…' })),
        [
          {
            file: 'b/rotto, due.txt.ann.yaml',
            line: 3,
            column: 16,
            severity: 'error',
            code: 'invalid-value',
            message: '…',
          },
          {
            file: 'b/rotto, due.txt.ann.yaml',
            line: 4,
            column: 1,
            severity: 'info',
            code: 'unknown-key',
            message: '…',
          },
        ],
      );
      assert.equal((await chiosa('check', 'b', '--format', 'json')).status, 1);
    }));

  it('gives an empty array where there is nothing', () =>
    inFolder(clean, async ({ chiosa }) => {
      assert.equal((await chiosa('check', '--format', 'json')).out, '[]\n');
    }));

  it('gives them as SARIF 2.1.0', () =>
    inFolder(broken, async ({ chiosa }) => {
      const { out } = await chiosa('check', '--format', 'sarif');
      const log = JSON.parse(out) as {
        version: string;
        runs: {
          results: { ruleId: string; level: string; locations: { physicalLocation: unknown }[] }[];
        }[];
      };
      assert.equal(log.version, '2.1.0');
      const [first] = log.runs[0]?.results ?? [];
      assert.deepEqual([first?.ruleId, first?.level], ['invalid-value', 'error']);
      assert.deepEqual(first?.locations[0]?.physicalLocation, {
        artifactLocation: { uri: 'b/rotto%2C%20due.txt.ann.yaml' },
        region: { startLine: 3, startColumn: 16 },
      });
    }));

  it('gives them as workflow commands, escaped', () =>
    inFolder(broken, async ({ chiosa }) => {
      const { out } = await chiosa('check', '--format', 'github');
      assert.match(
        out,
        /^::error file=b\/rotto%2C due\.txt\.ann\.yaml,line=3,col=16,title=invalid-value::“entities/,
      );
      assert.match(out, /^::notice .*::“extra” is not/m);
    }));

  it('reports one bad file among many, and counts them all', () =>
    inFolder(
      {
        ...Object.fromEntries(
          Array.from({ length: 30 }, (_, i) => [`n/${String(i)}.txt`, harbour.article]),
        ),
        ...Object.fromEntries(
          Array.from({ length: 30 }, (_, i) => [`n/${String(i)}.txt.ann.yaml`, harbour.sidecar]),
        ),
        'n/17.txt.ann.yaml': harbour.sidecar.replace('exact: per ora', 'exact: per sempre'),
        'n/18.txt.ann.yaml': 'chiosa: 1\nentities: [\n',
      },
      async ({ chiosa }) => {
        const { status, out, err } = await chiosa('check', 'n');
        assert.equal(status, 1);
        const files = out.split('\n').map((line) => line.split(':')[0]);
        assert.deepEqual([...new Set(files)], ['n/17.txt.ann.yaml', 'n/18.txt.ann.yaml', '']);
        assert.match(err, /^articles: 30, errors: \d+, /);
      },
    ));

  it('reports a schema that is wrong once, for however many articles', () =>
    inFolder(
      { ...clean, 'b.txt': 'B\n', 'c/d.txt': 'D\n', 'chiosa.yaml': 'types: { a: { key: q } }\n' },
      async ({ chiosa }) => {
        const { status, out } = await chiosa('check');
        assert.equal(status, 1);
        assert.equal(
          out.match(/^chiosa\.yaml:1:\d+: error: .*\[reserved-key\]$/gm)?.length,
          1,
          out,
        );
      },
    ));

  it('holds an article against its own text, whatever its ends of line are', () =>
    inFolder(
      {
        'crlf.txt': 'Ada\r\nBrisco\r\n',
        'crlf.txt.ann.yaml':
          'chiosa: 1\nentities: { a: { name: A, type: person, mentions: [ { exact: "Ada\\nBrisco" } ] } }\n',
        'cr.txt': 'Ada\rBrisco\r',
        'cr.txt.ann.yaml':
          'chiosa: 1\nentities: { a: { name: A, type: person, mentions: [ { exact: "Ada\\nBrisco" } ] } }\n',
      },
      async ({ chiosa }) => {
        const { status, out } = await chiosa('check');
        assert.deepEqual([status, out], [0, '']);
        const { out: shown } = await chiosa('show', 'crlf.txt', 'cr.txt', '--format', 'jsonl');
        const spans = shown
          .trimEnd()
          .split('\n')
          .map((line) => {
            const { entities } = JSON.parse(line) as { entities: { start: number; end: number }[] };
            return entities.map(({ start, end }) => [start, end]);
          });
        assert.deepEqual(spans, [[[0, 11]], [[0, 10]]]);
      },
    ));

  it('finds annotations of a changed article with the text that git has, as show does', () =>
    inFolder(bridgeFiles, async ({ chiosa, path: folder }) => {
      edit(folder, bridge.second, false);
      const without = await chiosa('check');
      assert.match(without.out, /\[anchor-ambiguous\]/);
      edit(folder, bridge.first, false);
      edit(folder, bridge.second);
      const { status, out } = await chiosa('check');
      assert.equal(status, 0, out);
      const shown = await chiosa('show', 'ponte.txt');
      assert.match(shown.out, /\n +4:18 +person {2}Tassoni → irene-tassoni\n/);
      assert.equal(shown.status, 0);
    }));

  it('counts notes as fine', () =>
    inFolder(
      { 'a.txt': 'Ada.\n', 'a.txt.ann.yaml': 'chiosa: 1\nmine: 1\n' },
      async ({ chiosa }) => {
        const { status, err } = await chiosa('check', '.');
        assert.deepEqual([status, err], [0, 'articles: 1, errors: 0, warnings: 0, notes: 1\n']);
      },
    ));

  const bad: Readonly<Record<string, [Record<string, string | Uint8Array>, RegExp]>> = {
    'a sidecar without its article': [
      { 'gone.txt.ann.yaml': 'chiosa: 1\nentities: { a: { name: A } }\n' },
      /gone\.txt\.ann\.yaml:1:1: error: There is no article “gone\.txt”[^]*:2:16: error: “entities\.a\.type”: this is missing/,
    ],
    'a binary article': [{ 'a.txt': 'one\ntwo\0' }, /^a\.txt:2:4: error: This file is binary/],
    'an article that is not UTF-8': [
      { 'a.txt': Uint8Array.from([97, 10, 98, 0xff]) },
      /^a\.txt:2:2: error: This file is not UTF-8: the byte 0xff/,
    ],
    'an article of 20 MB': [
      { 'a.txt': new Uint8Array(20_000_000).fill(97) },
      /^a\.txt:1:1: error: This file has 20\.0 MB/,
    ],
    'a sidecar that is not UTF-8': [
      { 'a.txt': 'A\n', 'a.txt.ann.yaml': Uint8Array.from([0xc3, 10]) },
      /^a\.txt\.ann\.yaml:1:1: error: This file is not UTF-8/,
    ],
    'a conflict of git': [
      {
        'a.txt': 'A\n',
        'a.txt.ann.yaml': 'chiosa: 1\n<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> b\n',
      },
      /^a\.txt\.ann\.yaml:2:1: error: This file holds an unresolved merge conflict/,
    ],
  };
  for (const [what, [files, expected]] of Object.entries(bad)) {
    it(`reports ${what}, and changes no file`, () =>
      inFolder(files, async ({ chiosa, path: folder }) => {
        const { status, out } = await chiosa('check');
        assert.equal(status, 1);
        assert.match(out, expected);
        for (const [name, content] of Object.entries(files)) {
          assert.deepEqual(fs.readFileSync(path.join(folder, name)), Buffer.from(content));
        }
      }));
  }

  const among = {
    ...clean,
    'b.txt': 'B\n',
    'b.txt.ann.yaml':
      'chiosa: 1\nentities:\n  marta-dell-oro:\n    name: M. Dell’Oro\n    type: organization\n',
    'c.txt': 'C\n',
    'c.txt.ann.yaml': 'chiosa: 1\nentities:\n  oro: { name: Marta Dell’Oro, type: person }\n',
    'd.txt': 'D\n',
    'd.txt.ann.yaml': harbour.sidecar.replace(/ {4}mentions[^]*/, ''),
  };

  it('reports what sidecars say in two ways, behind the problems of each', () =>
    inFolder({ ...among, ...broken }, async ({ chiosa }) => {
      const { status, out, err } = await chiosa('check');
      assert.equal(status, 1);
      assert.deepEqual(out.split('\n').slice(-4), [
        'b.txt.ann.yaml:3:3: warning: The entity “marta-dell-oro” has the name “Marta Dell’Oro” in 2 of 3 articles, and here “M. Dell’Oro”. [differing-name]',
        'b.txt.ann.yaml:3:3: warning: The entity “marta-dell-oro” has the type “person” in 2 of 3 articles, and here “organization”. [differing-type]',
        'c.txt.ann.yaml:3:3: info: “Marta Dell’Oro” is also the name of another entity of this type, “marta-dell-oro” (articles: 3). If both are the same, merge “oro” into it. [shared-name]',
        '',
      ]);
      assert.equal(err, 'articles: 5, errors: 1, warnings: 2, notes: 2\n');
      assert.equal((await chiosa('check', 'a.txt', 'c.txt', 'd.txt')).status, 0, 'a note');
      assert.equal((await chiosa('check', 'b.txt')).out, '', 'alone it disagrees with nobody');
    }));

  it('gives them in each format', () =>
    inFolder(among, async ({ chiosa }) => {
      const json = JSON.parse((await chiosa('check', '--format', 'json')).out) as object[];
      assert.equal(json.length, 3);
      assert.match(
        JSON.stringify(json[2]),
        /"c\.txt\.ann\.yaml","line":3,"column":3,"severity":"info"/,
      );
      const { out: sarif } = await chiosa('check', '--format', 'sarif');
      assert.match(sarif, /"ruleId": "differing-type",\s+"level": "warning"/);
      const { out: github } = await chiosa('check', '--format', 'github');
      assert.match(
        github,
        /^::warning file=b\.txt\.ann\.yaml,line=3,col=3,title=differing-name::/m,
      );
    }));

  it('takes a speaker lightly whom another article describes', () => {
    const quote = harbour.sidecar.replace(/entities:[^]*(?=quotes:)/, '');
    const files = { 'b.txt': harbour.article, 'b.txt.ann.yaml': quote };
    return inFolder({ ...clean, ...files }, async ({ chiosa }) => {
      const alone = await chiosa('check', 'b.txt');
      assert.equal(alone.status, 1);
      assert.match(alone.out, /error: No entity “marta-dell-oro” is .* \[unknown-entity\]\n$/);
      const together = await chiosa('check');
      assert.equal(together.status, 0);
      assert.match(together.out, /^b\.txt.* info: Other articles .* \[entity-elsewhere\]\n$/);
    });
  });

  it('takes a missing path for an error, never for an empty success', () =>
    inFolder(clean, async ({ chiosa }) => {
      const { status, out } = await chiosa('check', 'nowhere');
      assert.equal(status, 3);
      assert.match(out, /^nowhere:1:1: error: This file cannot be read/);
    }));

  it('goes on behind a folder that cannot be read', () =>
    inFolder({ ...broken, 'locked/x.txt': 'X\n' }, async ({ chiosa, path: folder }) => {
      // A file where a folder was when it was listed is what any user, root too, cannot open.
      fs.rmSync(path.join(folder, 'locked'), { recursive: true });
      fs.symlinkSync('locked', path.join(folder, 'locked'));
      const { status, out } = await chiosa('check', 'locked', 'b');
      assert.equal(status, 3);
      assert.match(out, /invalid-value/);
    }));

  it('prints help for --help', () =>
    inFolder({}, async ({ chiosa }) => {
      const { status, out } = await chiosa('--help');
      assert.equal(status, 0);
      assert.match(out, /show PATH…[^]*check \[PATH…\]/);
    }));
});
