// @ts-check
/**
 * Tests syntaxes/: the inline assertions of test/grammar/*.{txt,yaml} (in the notation of
 * vscode-tmgrammar-test), and what assertions cannot say. Sidecars are tested within a stand-in for
 * the grammar of YAML and, where a VS Code is installed for the host tests, within the real ones.
 * The last line is `N passed, N failed`; each file and each further check counts as one for each
 * grammar of YAML that it ran with.
 */
import console from 'node:console';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';

/**
 * @typedef {ReturnType<typeof createRegistryFromGrammars>} Registry
 * @typedef {NonNullable<Awaited<ReturnType<Registry['loadGrammar']>>>} Grammar
 * @typedef {{ name: string, run: () => Promise<string[]> }} Check What is run; gives its failures.
 */

const root = new URL('../', import.meta.url);
const testFolder = new URL('test/grammar/', root);
const article = new URL('syntaxes/news-article.tmLanguage.json', root);
const sidecar = new URL('syntaxes/sidecar.tmLanguage.json', root);
/** The newest and the oldest VS Code that the extension supports. */
const hosts = ['vscode-host', 'vscode-host-min'].map((host) => ({
  host,
  syntaxes: new URL(
    `tools/${host}/node_modules/code-server/lib/vscode/extensions/yaml/syntaxes/`,
    root,
  ),
}));

/** @param {URL} folder @param {string} ending @returns {URL[]} */
const filesIn = (folder, ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => new URL(name, folder));

/** @param {URL} file */
const baseName = (file) => file.pathname.slice(file.pathname.lastIndexOf('/') + 1);

/** The registry that VS Code would make of these grammars. @param {URL[]} files @param {URL[]} injections */
const registryOf = (files, injections = []) =>
  createRegistryFromGrammars(
    [...files, ...injections].map((file) => {
      const content = readFileSync(file, 'utf8');
      const parsed = /** @type {unknown} */ (JSON.parse(content));
      const { scopeName } = /** @type {{ scopeName: string }} */ (parsed);
      const injectTo = injections.includes(file) ? { injectTo: ['source.yaml'] } : {};
      return { grammar: { path: file.pathname, scopeName, ...injectTo }, content };
    }),
  );

/** @param {Registry} registry @param {string} scope @returns {Promise<Grammar>} */
async function load(registry, scope) {
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`No grammar for ${scope}.`);
  return grammar;
}

/** The tokens of each line. @param {Grammar} grammar @param {string[]} lines */
function tokensOf(grammar, lines) {
  /** @type {Parameters<Grammar['tokenizeLine']>[1]} */
  let stack = null;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      text: line.slice(startIndex, endIndex),
      scopes: scopes.join(' '),
    }));
  });
}

/** The inline assertions of one file. @param {URL} file @param {Registry} registry @param {string} within @returns {Check} */
const inlineAssertions = (file, registry, within) => ({
  name: `${baseName(file)}${within}`,
  run: async () => {
    const test = parseGrammarTestCase(readFileSync(file, 'utf8'));
    if (test.assertions.length === 0) return ['has no assertion'];
    const failures = await runGrammarTestCase(registry, test);
    return failures.map(({ line, start, end, missing, unexpected, actual, srcLine }) => {
      const text = test.source[srcLine]?.slice(start, end) ?? '';
      return `line ${line + 1}: ‹${text}› lacks [${missing.join(' ')}], must not have [${unexpected.join(' ')}], has [${actual.join(' ')}]`;
    });
  },
});

/** The injection changes nothing in YAML that is no sidecar. @param {URL[]} yaml @param {string} within @returns {Check} */
const leavesOtherYamlAlone = (yaml, within) => ({
  name: `the injection leaves plain.yaml as it is${within}`,
  run: async () => {
    const lines = readFileSync(new URL('plain.yaml', testFolder), 'utf8').split('\n');
    const [alone, injected] = await Promise.all(
      [registryOf(yaml), registryOf(yaml, [sidecar])].map(async (registry) =>
        tokensOf(await load(registry, 'source.yaml'), lines).map((line) => JSON.stringify(line)),
      ),
    );
    return lines.filter((_, i) => alone?.[i] !== injected?.[i]).map((line) => `changed: ${line}`);
  },
});

/** @param {string} unit */
const fill = (unit) => unit.repeat(Math.ceil(100_000 / unit.length));

/**
 * Lines of 100,000 characters come to an end, and the word “fine” at their end is still recognised.
 * An expression that backtracks over the line would hang here; there is no clock in the check.
 * @type {[grammar: 'article' | 'sidecar', name: string, line: string, scope: string][]}
 */
const longLines = [
  ['article', 'prose', `${fill('«È “vero”», dice l’"altro". ')}«fine»`, 'string.quoted.double'],
  ['article', 'marks never closed', `${fill('“a ‘b ')} fine@b.it`, 'markup.underline.link'],
  ['article', 'apostrophes', `${fill(" 'a l'b")} «fine»`, 'string.quoted.double'],
  ['article', 'one word', `${fill('a')} «fine»`, 'string.quoted.double'],
  ['article', 'capitals', `${fill('ROMA ')} «fine»`, 'string.quoted.double'],
  ['article', 'no spaces', `${fill('说“好”，')}「fine」`, 'string.quoted.double'],
  ['sidecar', 'a long exact', `    cue: { exact: ${fill('parola ')}fine }`, 'exact.chiosa'],
  ['sidecar', 'many keys', `    { ${fill('a: 1, "b": c, ')} exact: fine }`, 'exact.chiosa'],
  ['sidecar', 'no colon', `  - { ${fill('a 1 ')}, exact: fine }`, 'exact.chiosa'],
];

/** @param {(typeof longLines)[number]} line @param {Registry} registry @returns {Check} */
const longLine = ([kind, name, line, scope], registry) => ({
  name: `100,000 characters: ${name}`,
  run: async () => {
    const isArticle = kind === 'article';
    const grammar = await load(registry, isArticle ? 'text.news-article' : 'source.yaml');
    const before = isArticle ? ['Titolo', '', 'Uno di noi.', '', 'Due.'] : ['chiosa: 1', 'quotes:'];
    const [tokens = [], next = []] = tokensOf(grammar, [...before, line, 'x: 1']).slice(-2);
    const fine = tokens.filter(({ start }) => start <= line.lastIndexOf('fine')).at(-1);
    return [
      ...(tokens.map(({ text }) => text).join('') === line ? [] : ['text was lost']),
      ...(fine?.scopes.includes(scope) ? [] : [`its end is not ${scope}`]),
      ...(next.some(({ scopes }) => scopes.includes(scope)) ? ['so is the next line'] : []),
    ];
  },
});

/** @returns {Check[]} */
function allChecks() {
  const articles = filesIn(testFolder, '.txt');
  const sidecars = filesIn(testFolder, '.yaml');
  if (articles.length === 0 || sidecars.length === 0) return [];
  const standIn = filesIn(testFolder, '.tmLanguage.json');
  const registry = registryOf([article, ...standIn], [sidecar]);
  /** @type {[within: string, yaml: URL[]][]} */
  const yamls = [['', standIn]];
  for (const { host, syntaxes } of hosts)
    if (existsSync(syntaxes)) yamls.push([` in ${host}`, filesIn(syntaxes, '.tmLanguage.json')]);
  return [
    ...articles.map((file) => inlineAssertions(file, registry, '')),
    ...yamls.flatMap(([within, yaml]) => [
      ...sidecars.map((file) => inlineAssertions(file, registryOf(yaml, [sidecar]), within)),
      leavesOtherYamlAlone(yaml, within),
    ]),
    ...longLines.map((line) => longLine(line, registry)),
  ];
}

let passed = 0;
let failed = 0;
for (const { name, run } of allChecks()) {
  const failures = await run().catch((/** @type {unknown} */ error) => [String(error)]);
  if (failures.length === 0) passed++;
  else failed++;
  console.log(`${failures.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const failure of failures) console.log(`         ${failure}`);
}
if (passed + failed === 0) console.log('No test was found.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
