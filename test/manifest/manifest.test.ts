import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { defaultSchema } from '../../src/core/model/schema';
import { keysOfActs } from '../../src/core/schema/keys';
import { keyRows, type Manifest as KeyManifest } from '../../src/features/mode/keyRows';

// The manifest and the code must say the same: VS Code reports no difference, it just does nothing.

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly when: string;
  readonly args?: { readonly key?: string };
}

interface Manifest {
  readonly description: string;
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>
    >;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly Keybinding[];
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
    }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly colors: readonly {
      readonly id: string;
      readonly defaults: Readonly<Record<string, string>>;
    }[];
    readonly languages: readonly { readonly id: string; readonly configuration?: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const root = process.cwd();
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest & KeyManifest;
const nls = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { contributes } = manifest;
const sources = fs
  .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(path.join('src', file)));
const allMatches = (pattern: RegExp, text = sources.join('\n')) =>
  [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))].sort();

/** The strings of a part of the manifest that people read. */
function shownIn(part: object): string[] {
  const isShown = (key: string) =>
    /^(?:title|name|label|altText|contents|aliases|\w*[dD]escriptions?)$/.test(key);
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((each) => {
      if (typeof each === 'string') return isShown(key) ? [each] : [];
      return typeof each === 'object' && each !== null ? shownIn(each) : [];
    });
  });
}

describe('the manifest', () => {
  const commands = contributes.commands.map(({ command }) => command);

  it('has exactly the commands that the code registers', () => {
    const registered = allMatches(/\b(?:registerCommand|on|act)\(\s*'(chiosa\.\w+)'/g);
    assert.deepEqual(registered, [...commands].sort());
  });

  it('names only its own commands and submenus in menus, keys, welcome texts and walkthroughs', () => {
    const views = Object.values(contributes.views).flat();
    // VS Code makes a command for each view, which brings it to the front.
    const others = ['vscode.openFolder', ...views.map(({ id }) => `${id}.focus`)];
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const items = Object.values(contributes.menus).flat();
    const named = [
      ...items.flatMap(({ command }) => command ?? []),
      ...contributes.keybindings.map(({ command }) => command),
      ...allMatches(/command:([\w.]+)/g, JSON.stringify(nls)),
      ...allMatches(/onCommand:([\w.]+)/g, JSON.stringify(steps)),
    ];
    assert.deepEqual(
      named.filter((command) => !commands.includes(command) && !others.includes(command)),
      [],
    );
    const submenus = items.flatMap(({ submenu }) => submenu ?? []);
    assert.deepEqual(
      submenus,
      contributes.submenus.map(({ id }) => id),
    );
  });

  it('has exactly the settings that the code reads, with the same defaults', () => {
    const inCode = [
      ...sources.join('\n').matchAll(/new Setting(?:<\w+>)?\('(\w+)', ([^)]+)\)/g),
    ].map(([, key, value]) => [
      `chiosa.${key ?? ''}`,
      JSON.parse((value ?? '').replaceAll("'", '"')) as unknown,
    ]);
    const declared = contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties).map(([key, { default: value }]) => [key, value]),
    );
    assert.ok(inCode.length > 0);
    assert.deepEqual(Object.fromEntries(inCode), Object.fromEntries(declared));
  });

  it('has the views that the code fills', () => {
    const views = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    assert.deepEqual(
      allMatches(/(?:SidebarView|createTreeView)\(\s*'([\w.]+)'/g),
      [...views].sort(),
    );
    for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
  });

  it('has every string that people read by its key', () => {
    const strings = [manifest.description, ...shownIn(contributes)];
    assert.ok(strings.length > 50);
    const raw = strings.filter((string) => string !== 'Chiosa' && !/^%[\w.]+%$/.test(string));
    assert.deepEqual(raw, []);
  });

  it('has a string for every key and no other', () => {
    const used = allMatches(/%([\w.]+)%/g, read('package.json'));
    assert.deepEqual(used, Object.keys(nls).sort());
  });

  it('has every colour that the code names, for light, dark and high contrast', () => {
    const colors = new Map(
      contributes.colors.map(({ id, defaults }) => [id, Object.keys(defaults)]),
    );
    const named = [
      ...defaultSchema.types.flatMap(({ id }) => [`chiosa.${id}Background`, `chiosa.${id}Border`]),
      ...allMatches(/color\('(chiosa\.\w+)'\)/g),
      ...allMatches(/ThemeColor\('(chiosa\.\w+)'\)/g),
    ];
    assert.deepEqual([...new Set(named)].sort(), [...colors.keys()].sort());
    for (const kinds of colors.values()) {
      assert.deepEqual(kinds, ['light', 'dark', 'highContrast', 'highContrastLight']);
    }
  });

  it('has no two commands on one key, in annotation mode, in other articles, in sidecars or in a view', () => {
    const modes = ['chiosa.annotationMode', 'chiosa.isSidecar'];
    const placeOf = (when: string) =>
      modes.find((each) => when.includes(each)) ?? /focusedView == (\S+)/.exec(when)?.[1];
    const keys = contributes.keybindings.map(
      ({ key, when }) => `${key} in ${String(placeOf(when))}`,
    );
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
  });

  it('binds every letter and digit in annotation mode, so that a stray one does nothing to the text', () => {
    const keys = contributes.keybindings
      .filter(({ when }) => when === 'editorTextFocus && chiosa.annotationMode')
      .map(({ key }) => key);
    const single = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('');
    const unbound = single
      .flatMap((key) => [key, `shift+${key}`])
      .filter((key) => !keys.includes(key));
    assert.deepEqual(unbound, []);
  });

  it('gives a type the key that it has in the schema', () => {
    const keysOfTypes = contributes.keybindings.flatMap(({ key, args }) =>
      args?.key === undefined ? [] : [[key.replace('shift+', ''), args.key] as const],
    );
    for (const [key, type] of keysOfTypes) assert.equal(key, type);
    const bound = keysOfTypes.map(([key]) => key);
    for (const { id, key } of defaultSchema.types) assert.ok(key && bound.includes(key), id);
  });

  it('binds exactly those letters to acts that no type may have', () => {
    const letters = contributes.keybindings.flatMap(({ key, when, args }) =>
      when.includes('chiosa.annotationMode') && args?.key === undefined && /^[a-z0-9]$/.test(key)
        ? [key]
        : [],
    );
    assert.deepEqual(letters.sort(), [...keysOfActs].sort());
  });

  it('has each key of annotation mode in the README', () => {
    const [, table = ''] = /### In annotation mode\n([^]*?)\n### /.exec(read('README.md')) ?? [];
    const keys = keyRows(manifest, defaultSchema)
      .filter(({ args }) => args?.['exact'] !== true)
      .flatMap((row) => row.keys.map((key) => key.replace('Ctrl/Cmd', 'Ctrl')));
    assert.ok(keys.length > 20);
    assert.deepEqual(
      keys.filter((key) => !table.includes(`\`${key}\``)),
      [],
    );
  });

  it('points to files that there are', () => {
    const files = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
      ...contributes.grammars.map(({ path: file }) => file),
      ...contributes.yamlValidation.map(({ url }) => nls[url.replaceAll('%', '')] ?? url),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    assert.deepEqual(
      files.filter((file) => !fs.existsSync(path.join(root, file))),
      [],
    );
    for (const { path: file, scopeName } of contributes.grammars) {
      assert.equal((JSON.parse(read(file)) as { scopeName: string }).scopeName, scopeName);
    }
  });

  it('is compiled against the API of the oldest VS Code that it supports', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });
});
