import assert from 'node:assert/strict';
import { decide } from '../../../../src/core/merge/decide';
import {
  conflictsOf,
  type Decision,
  type OpenConflict,
} from '../../../../src/core/merge/openConflicts';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert } from '../../../../src/core/model/change';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf, readSet } from '../../../support/builders';

const article = articleOf('Ada dice a Bea: «Non ora, mai».\n');
const { text } = article.text;

const head = `chiosa: 1\ntext: ${article.identity.id()}\n`;
const entities = (conflict: string, mention = '') => `entities:
  ada:
    name: Ada
    type: person
    mentions:
      - { exact: Ada${mention} }
${conflict}  bea:
    name: Bea
    type: person
`;
const quotes = (more: string) => `quotes:
  - kind: direct
    content:
      - { exact: Non ora }
${more}`;

/** What the one conflict of a sidecar becomes, as the sidecar that then is written. */
function decided(source: string, decision: Decision, owner?: OpenConflict['owner']): string {
  const set = readSet(head + source, article);
  const open = conflictsOf(set).find((each) => owner === undefined || each.owner === owner);
  assert.ok(open);
  const change = decide(set, text, open, decision);
  const after = apply(change, set);
  assert.deepEqual(withoutOrder(apply(invert(change), after)), withoutOrder(set), 'and back');
  return writeSidecar(after, article, { source: head + source }).slice(head.length);
}

function withoutOrder(set: AnnotationSet): unknown {
  return { ...set, entities: Object.fromEntries(set.entities) };
}

describe('decide, of a mention', () => {
  const other = entities('', ', conflict: { theirs: { entity: bea, nota: null } }, nota: 1');

  it('for ours drops the other version, and an entity that only that has', () => {
    const without = entities('', ', nota: 1').replace(/ {2}bea[^]*/, '');
    assert.equal(decided(other, 'ours'), without);
  });

  it('for theirs shows it, and drops what nothing refers to then', () => {
    assert.equal(
      decided(other, 'theirs'),
      `entities:\n  bea:\n    name: Bea\n    type: person\n    mentions:\n      - { exact: Ada }\n`,
    );
  });

  it('for both has two annotations', () => {
    const moved = entities('', ', conflict: { theirs: { exact: Ada dice } }').replace(
      / {2}bea[^]*/,
      '',
    );
    assert.equal(
      decided(moved, 'both'),
      entities('')
        .replace('{ exact: Ada }', '{ exact: Ada dice }\n      - { exact: Ada }')
        .replace(/ {2}bea[^]*/, ''),
    );
  });

  it('keeps or removes what one side has removed', () => {
    const theirs = entities('', ', conflict: { theirs: removed }');
    assert.equal(decided(theirs, 'ours'), entities(''));
    assert.doesNotMatch(decided(theirs, 'theirs'), /ada/);
    const ours = entities('', ', conflict: { ours: removed }');
    assert.equal(decided(ours, 'theirs'), entities(''));
    assert.doesNotMatch(decided(ours, 'ours'), /ada/);
  });

  it('leaves what was undecided before', () => {
    const inner = '{ theirs: { nota: 2 } }';
    const source = entities('', `, nota: 1, conflict: { theirs: { nota: 3, conflict: ${inner} } }`);
    assert.equal(decided(source, 'ours'), entities('', `, nota: 1, conflict: ${inner}`));
    assert.equal(decided(source, 'theirs'), entities('', `, nota: 3, conflict: ${inner}`));
  });
});

describe('decide, of an entity', () => {
  it('takes the name and the type of one side', () => {
    const source = entities('    conflict: { theirs: { name: Ada P. } }\n');
    assert.equal(decided(source, 'ours'), entities(''));
    assert.equal(decided(source, 'theirs'), entities('').replace('name: Ada', 'name: Ada P.'));
  });

  it('keeps what is referred to, and removes what is not', () => {
    const used = entities('    conflict: { theirs: removed }\n');
    assert.equal(decided(used, 'theirs'), entities(''));
    const unused = used.replace(/ {4}mentions.*\n.*\n/, '');
    assert.doesNotMatch(decided(unused, 'theirs'), /ada/);
    assert.match(decided(unused, 'ours'), /ada/);
  });
});

describe('decide, of a quote and its parts', () => {
  it('takes the kind and the content of one side, or both contents', () => {
    const source = quotes(
      '    conflict: { theirs: { kind: mixed, content: [ { exact: mai } ] } }\n',
    );
    assert.equal(decided(source, 'ours'), quotes(''));
    const theirs = quotes('').replace('direct', 'mixed').replace('Non ora', 'mai');
    assert.equal(decided(source, 'theirs'), theirs);
    assert.equal(decided(source, 'both'), quotes('') + theirs.replace('quotes:\n', ''));
  });

  it('removes a quote, a cue or a speaker', () => {
    const removed = 'conflict: { theirs: removed }';
    assert.equal(decided(quotes(`    ${removed}\n`), 'theirs'), '');
    assert.equal(decided(quotes(`    cue: { exact: dice, ${removed} }\n`), 'theirs'), quotes(''));
    assert.equal(
      decided(quotes(`    speaker: { exact: Ada, ${removed} }\n`), 'theirs'),
      quotes(''),
    );
  });

  it('takes the words of one side', () => {
    const source = quotes('    cue: { exact: dice, conflict: { theirs: { exact: dice a } } }\n');
    assert.equal(decided(source, 'ours'), quotes('    cue: { exact: dice }\n'));
    assert.equal(decided(source, 'theirs'), quotes('    cue: { exact: dice a }\n'));
  });

  it('leaves a speaker with what that side has of it, or without', () => {
    const of = (conflict: string) =>
      quotes(`    speaker: { entity: bea, exact: Bea, conflict: { theirs: ${conflict} } }\n`);
    assert.equal(
      decided(of('{ entity: null }'), 'theirs'),
      quotes('    speaker: { exact: Bea }\n'),
    );
    assert.equal(
      decided(of('{ exact: null }'), 'theirs'),
      quotes('    speaker: { entity: bea }\n'),
    );
    assert.equal(decided(of('{ entity: null, exact: null }'), 'theirs'), quotes(''));
  });
});

describe('decide, of the article and the keys at the top', () => {
  it('takes the fields of one side', () => {
    const source =
      'article:\n  status: done\n  conflict: { theirs: { title: X, status: null, labels: [ a ] } }\n';
    assert.equal(decided(source, 'ours'), 'article:\n  status: done\n');
    assert.equal(decided(source, 'theirs'), 'article:\n  title: X\n  labels: [ a ]\n');
  });

  it('takes the keys of one side', () => {
    const source = 'x: 1\nconflict: { theirs: { x: null, nota: 2 } }\n';
    assert.equal(decided(source, 'ours'), 'x: 1\n');
    assert.equal(decided(source, 'theirs'), 'nota: 2\n');
  });
});
