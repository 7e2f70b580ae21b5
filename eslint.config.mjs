import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The direction of imports (docs/architecture.md): each folder may import only what is to its right in
 * extension → features → workspace → host → core, and cli → node → core. Patterns are of import specifiers.
 * @param {...[group: string[], message: string]} bans
 * @returns {{ 'no-restricted-imports': ['error', { patterns: { group: string[], message: string }[] }] }}
 */
const mayNotImport = (...bans) => ({
  'no-restricted-imports': [
    'error',
    { patterns: bans.map(([group, message]) => ({ group, message })) },
  ],
});
const noVscode = /** @type {[string[], string]} */ ([
  ['vscode'],
  'Only the extension knows VS Code.',
]);
const noPlatform = /** @type {[string[], string]} */ ([
  ['\\#platform'],
  'Only src/workspace/sidecarFile.ts needs the platform.',
]);
const noNode = /** @type {[string[], string]} */ ([
  ['node:*', '**/node/*'],
  'Only the command line, src/node and src/platform/node know Node.',
]);
const noEntry = /** @type {[string[], string]} */ ([
  ['**/extension'],
  'Nothing imports the entry.',
]);
const noCli = /** @type {[string[], string]} */ ([['**/cli/**'], 'The command line is a leaf.']);
/** @param {...string} folders @returns {[string[], string]} */
const no = (...folders) => [
  folders.flatMap((folder) => [`**/${folder}`, `**/${folder}/**`]),
  'Against the direction of imports: see docs/architecture.md.',
];

export default defineConfig(
  { ignores: ['dist/', 'out-test/', 'out-bench/', 'coverage/', '.vscode-test/', 'tools/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          'src/core/tsconfig.json',
          'src/node/tsconfig.json',
          'src/cli/tsconfig.json',
          'src/platform/*/tsconfig.json',
          'src/tsconfig.json',
          'test/tsconfig.json',
          'scripts/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // VS Code takes anything with a `dispose` for a Disposable.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      complexity: ['error', 12],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
    },
  },
  {
    files: ['src/core/**'],
    rules: mayNotImport(
      noVscode,
      noNode,
      noEntry,
      noPlatform,
      no('cli', 'host', 'workspace', 'features', 'platform'),
    ),
  },
  {
    files: ['src/node/**'],
    rules: mayNotImport(
      noVscode,
      noEntry,
      noCli,
      noPlatform,
      no('host', 'workspace', 'features', 'platform'),
    ),
  },
  {
    files: ['src/cli/**'],
    rules: mayNotImport(
      noVscode,
      noEntry,
      noPlatform,
      no('host', 'workspace', 'features', 'platform'),
    ),
  },
  {
    files: ['src/platform/**'],
    rules: mayNotImport(noEntry, noCli, no('features', 'workspace', 'host')),
  },
  {
    files: ['src/host/**'],
    rules: mayNotImport(noNode, noEntry, noCli, noPlatform, no('workspace', 'features')),
  },
  { files: ['src/workspace/**'], rules: mayNotImport(noNode, noEntry, noCli, no('features')) },
  {
    // A feature imports its own folder, workspace, host and core: never another feature.
    files: ['src/features/**'],
    rules: mayNotImport(noNode, noEntry, noCli, noPlatform, [
      ['../*/**', '!../../**', '!./**', '../../features/**'],
      'A feature does not import another one: move what they share to workspace, host or core.',
    ]),
  },
  {
    files: ['src/features/features.ts', 'src/extension.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['scripts/**', '*.mjs'],
    rules: {
      'no-console': 'off',
      // The compiler knows what is defined, here as elsewhere.
      'no-undef': 'off',
      'max-lines-per-function': ['error', 80],
    },
  },
);
