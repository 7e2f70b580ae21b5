import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { problemKinds } from '../../../src/core/check/problem';
import { problemMessages } from '../../../src/core/check/messages';
import { spansOf } from '../../../src/core/model/annotation';
import { defaultSchema } from '../../../src/core/model/schema';
import { readArticle } from '../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';

const doc = fs.readFileSync('docs/sidecar.md', 'utf8');
/** The code blocks of the specification with this info string. */
const blocks = (info: string) =>
  [...doc.matchAll(new RegExp(`^\`\`\`${info}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );

describe('docs/sidecar.md', () => {
  const [text = ''] = blocks('text');
  const [yaml = ''] = blocks('yaml');
  const bytes = new TextEncoder().encode(text);

  it('has an example that reads without a problem and is in the canonical form', () => {
    const { article } = readArticle(bytes);
    assert.ok(article);
    const { set, problems } = readSidecar(yaml, article, defaultSchema);
    assert.deepEqual(problems, []);
    assert.equal(set.mentions.length, 3);
    assert.equal(set.quotes[0]?.content.selectors.length, 2);
    assert.equal(writeSidecar(set, article), yaml);
  });

  it('has a reader in Python that finds the same places', function () {
    const [python = ''] = blocks('python');
    const { article } = readArticle(bytes);
    assert.ok(article);
    const { set } = readSidecar(yaml, article, defaultSchema);
    const targets = [
      ...set.mentions.map(({ target }) => target),
      ...set.quotes.map(({ content }) => content),
    ];
    const selectors = targets.flatMap(({ selectors: list }) => list);
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-')), 'find.py');
    fs.writeFileSync(
      file,
      `${python}\nimport json, sys\ntext, selectors = json.load(sys.stdin)\nprint(json.dumps([find(text, s) for s in selectors]))\n`,
    );
    const input = JSON.stringify([text, selectors]);
    const { status, stdout, error } = spawnSync('python3', [file], { input, encoding: 'utf8' });
    fs.rmSync(path.dirname(file), { recursive: true });
    if (error) this.skip();
    assert.equal(status, 0);
    // The example has no astral characters, so code points and UTF-16 code units are the same.
    const expected = targets.flatMap((target) =>
      spansOf(target).map(({ start, end }) => [start, end]),
    );
    assert.deepEqual(JSON.parse(stdout), expected);
  });
});

describe('docs/problems.md', () => {
  it('lists every code with its severity and whether it blocks', () => {
    const rows = fs
      .readFileSync('docs/problems.md', 'utf8')
      .matchAll(/^\| `([\w-]+)`\s*\| (\w+)\s*\| (\w+)\s*\|/gm);
    const documented = [...rows].map(([, code, severity, blocking]) => [code, severity, blocking]);
    const actual = Object.entries(problemKinds).map(([code, { severity, blocks: isBlocking }]) => [
      code,
      severity === 'info' ? 'note' : severity,
      isBlocking ? 'yes' : 'no',
    ]);
    assert.deepEqual(documented, actual);
    assert.deepEqual(
      Object.keys(problemMessages),
      actual.map(([code]) => code),
    );
  });
});
