import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

// What esbuild put into the bundles (its metafile), held against the direction of imports that
// docs/architecture.md promises.

interface Metafile {
  readonly inputs: Readonly<
    Record<
      string,
      { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }
    >
  >;
}

const metafile = (bundle: string) =>
  JSON.parse(
    fs.readFileSync(path.join(process.cwd(), `dist/${bundle}.js.meta.json`), 'utf8'),
  ) as Metafile;

/** The modules that a bundle takes from its host. */
function externals({ inputs }: Metafile, of: (file: string) => boolean = () => true): string[] {
  const named = Object.entries(inputs)
    .filter(([file]) => of(file))
    .flatMap(([, { imports }]) =>
      imports.filter(({ external }) => external).map((each) => each.path),
    );
  return [...new Set(named)].sort();
}

describe('the bundles', () => {
  it('of the browser takes nothing from its host but vscode', () => {
    assert.deepEqual(externals(metafile('web')), ['vscode']);
  });

  it('of the desktop takes vscode, and from Node what src/platform/node and src/node ask for', () => {
    const own = externals(metafile('extension'), (file) => file.startsWith('src/'));
    assert.deepEqual(own, [
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:os',
      'node:path',
      'node:process',
      'node:util',
      'node:worker_threads',
      'vscode',
    ]);
  });

  it('of the command line knows no vscode', () => {
    assert.ok(!externals(metafile('cli')).includes('vscode'));
  });

  it('have a core that imports only itself and libraries', () => {
    for (const bundle of ['web', 'extension', 'cli']) {
      const { inputs } = metafile(bundle);
      const core = Object.entries(inputs).filter(([file]) => file.startsWith('src/core/'));
      assert.ok(core.length > 15, 'the core is in every bundle');
      for (const [file, { imports }] of core) {
        const strangers = imports.filter(
          ({ path: to }) => !/^(?:src\/core|node_modules)\//.test(to),
        );
        assert.deepEqual(strangers, [], file);
      }
    }
  });

  it('have no cycles of imports', () => {
    const { inputs } = metafile('extension');
    const finished = new Set<string>();
    const visit = (file: string, trail: readonly string[]) => {
      assert.ok(!trail.includes(file), [...trail, file].join(' → '));
      if (finished.has(file)) return;
      for (const { path: to, external } of inputs[file]?.imports ?? []) {
        if (!external && to.startsWith('src/')) visit(to, [...trail, file]);
      }
      finished.add(file);
    };
    visit('src/extension.ts', []);
    assert.ok(finished.size > 40);
  });
});
