import assert from 'assert';
import { diffSets } from '../../src/core/diff/diffSets';
import { conflictsOf, type OpenConflict } from '../../src/core/merge/openConflicts';
import { defaultSchema } from '../../src/core/model/schema';
import { readArticle, type ArticleFile } from '../../src/core/sidecar/articleFile';
import { changesOf, sentenceOf as differenceText } from '../../src/features/compare/sentences';
import type { Compared } from '../../src/features/compare/comparison';
import { bothVersions, sentenceOf, subjectOf } from '../../src/features/conflicts/conflictWords';
import { sidecarContent, stateOf } from '../../src/workspace/articleState';
import { uriOf } from './support/workbench';

// What lists, rows and cards say of two versions of an annotation: sentences that VS Code translates.

const text = 'La guida Oriana Belci sale al rifugio.\n\n«Il sentiero è aperto», dice Belci.\n';
const bytesOf = (words: string) => new TextEncoder().encode(words);
const article = readWords();

function readWords(): ArticleFile {
  const { article: file } = readArticle(bytesOf(text));
  assert.ok(file);
  return file;
}

const oriana = (further = '') => `  oriana-belci:
    name: Oriana Belci
    type: person${further}
    mentions:
      - { exact: Oriana Belci, prefix: "La guida ", suffix: " sale al rifugio." }
`;
const belci = (further = '') =>
  `      - { exact: Belci, prefix: "sentiero è aperto», dice ", suffix: "."${further} }\n`;
const quote = (kind: string, cue = '', further = '') => `quotes:
  - kind: ${kind}
    content:
      - { exact: Il sentiero è aperto, prefix: "«", suffix: "», dice Belci." }
    cue: { exact: dice, prefix: "Il sentiero è aperto», ", suffix: " Belci."${cue} }
    speaker: { entity: oriana-belci }${further}
`;

/** What an article says with this sidecar, below its first lines. */
function stateWith(says: string) {
  const source = `chiosa: 1\ntext: ${article.identity.id()}\n${says}`;
  const shown = { file: article, isShownAsOnDisk: true };
  return stateOf(shown, defaultSchema, sidecarContent(bytesOf(source)));
}

/** What is said of the only conflict in it: of what it is, what ours says, what theirs says. */
function toldOf(says: string): readonly [OpenConflict['owner'], string, string, string] {
  const state = stateWith(says);
  const [open, ...others] = conflictsOf(state.set);
  assert.ok(open && others.length === 0);
  const versions = bothVersions(open, state.set, text);
  const [ours, theirs] = (['ours', 'theirs'] as const).map((side) =>
    sentenceOf(side, versions, state),
  );
  return [open.owner, subjectOf(open, state), ours ?? '', theirs ?? ''];
}

describe('the words for a conflict', () => {
  const people = `entities:\n${oriana()}`;

  it('tell of an entity what its name and its type are on either side', () => {
    const conflict = '\n    conflict: { theirs: { name: O. Belci, type: organization } }';
    assert.deepEqual(toldOf(`entities:\n${oriana(conflict)}`), [
      'entity',
      'Entity “Oriana Belci”',
      'Name: Oriana Belci · Type: Person',
      'Name: O. Belci · Type: Organization',
    ]);
  });

  it('tell of a mention whose it is, with the type, and nothing that is alike', () => {
    const belcis = `  ente-belci:\n    name: Ente Belci\n    type: organization\n    mentions:\n`;
    const conflict = ', conflict: { theirs: { entity: oriana-belci } }';
    assert.deepEqual(toldOf(`entities:\n${belcis}${belci(conflict)}${oriana()}`), [
      'mention',
      'Mention “Belci”',
      'Entity: Ente Belci (Organization)',
      'Entity: Oriana Belci (Person)',
    ]);
  });

  it('tell the words of a mention that the other side has made longer', () => {
    const longer = '{ exact: dice Belci, prefix: "è aperto», ", suffix: "." }';
    const conflict = `, conflict: { theirs: ${longer} }`;
    assert.deepEqual(toldOf(`${people}${belci(conflict)}`).slice(1), [
      'Mention “Belci”',
      'Words: “Belci”',
      'Words: “dice Belci”',
    ]);
  });

  it('tell that a side removes what the other has changed', () => {
    const [, subject, ours, theirs] = toldOf(
      `${people}${belci(', conflict: { theirs: removed }')}`,
    );
    assert.deepEqual(
      [subject, ours, theirs],
      ['Mention “Belci”', 'Oriana Belci (Person) · “Belci”', 'removes it'],
    );
    const byOurs = toldOf(`${people}${belci(', conflict: { ours: removed }')}`);
    assert.deepEqual(byOurs.slice(2), ['removes it', 'Oriana Belci (Person) · “Belci”']);
  });

  it('tell the kind of a quote, and of which quote a cue is', () => {
    const kind = '\n    conflict: { theirs: { kind: mixed } }';
    assert.deepEqual(toldOf(`${people}${quote('direct', '', kind)}`), [
      'quote',
      'Quote “Il sentiero è aperto”',
      'Kind: Direct quote',
      'Kind: Mixed quote',
    ]);
    const longer = '{ exact: "», dice", prefix: "Il sentiero è aperto", suffix: " Belci." }';
    const [owner, subject, ours, theirs] = toldOf(
      `${people}${quote('direct', `, conflict: { theirs: ${longer} }`)}`,
    );
    assert.deepEqual(
      [owner, subject, ours, theirs],
      ['cue', 'cue of “Il sentiero è aperto”', 'Words: “dice”', 'Words: “», dice”'],
    );
  });

  it('tell the fields of an article, none for what a side has not, and further keys as they are', () => {
    const fields = 'article:\n  status: draft\n  title: Al rifugio\n';
    const conflict = '  conflict: { theirs: { status: done, title: null, desk: [ sport ] } }\n';
    assert.deepEqual(toldOf(`${fields}${conflict}`), [
      'article',
      'Fields of the article',
      'Title: Al rifugio · Status: Draft · desk: none',
      'Title: none · Status: Done · desk: ["sport"]',
    ]);
    assert.deepEqual(toldOf('project: uno\nconflict: { theirs: { project: due } }\n').slice(1), [
      'Further keys of the sidecar',
      'project: uno',
      'project: due',
    ]);
  });
});

describe('the words for a difference', () => {
  /** What is said of each difference between two sidecars, below their first lines. */
  function told(before: string, after: string): string[] {
    const state = stateWith(after);
    const [was, is] = [stateWith(before).set, state.set];
    const differences = diffSets(was, is);
    const compared: Compared = {
      article: uriOf('rifugio.txt'),
      title: 'rifugio.txt: HEAD ↔ now',
      before: was,
      after: is,
      state: { ...state, file: article },
      differences,
    };
    return differences.map((difference) =>
      [differenceText(difference, compared), ...changesOf(difference, compared)].join(' | '),
    );
  }

  const people = `entities:\n${oriana()}`;

  it('tell what was added and removed, with whose it is', () => {
    assert.deepEqual(told(people, `${people}${belci()}${quote('direct')}`), [
      'Added: mention “Belci” of Oriana Belci',
      'Added: quote “Il sentiero è aperto” (Oriana Belci)',
    ]);
    assert.deepEqual(told(`${people}${belci()}`, people), [
      'Removed: mention “Belci” of Oriana Belci',
    ]);
  });

  it('tell each part that has changed, as it was and as it is', () => {
    const silent = quote('indirect').replace(/ {4}speaker: .*\n/, '');
    assert.deepEqual(told(`${people}${silent}`, `${people}${quote('mixed')}`), [
      'Changed: quote “Il sentiero è aperto” (Oriana Belci) | kind: Indirect quote → Mixed quote | speaker: none → Oriana Belci',
    ]);
  });

  it('tell of an entity that it was renamed, or merged into another', () => {
    const renamed = people.replace('name: Oriana Belci', 'name: O. Belci');
    assert.deepEqual(told(people, renamed), [
      'Changed: entity “Oriana Belci”, renamed to “O. Belci” | name: Oriana Belci → O. Belci',
    ]);
    const other = `  guida:\n    name: La guida\n    type: person\n    mentions:\n`;
    const apart = `entities:\n${other}${belci()}${oriana()}`;
    assert.deepEqual(
      told(apart, `${people}${belci()}`)[0]?.split(' | ')[0],
      'Changed: entity “La guida”, merged into “Oriana Belci”',
    );
  });
});
