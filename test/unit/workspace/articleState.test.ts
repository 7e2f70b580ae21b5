import assert from 'node:assert/strict';
import { problem, startOfFile } from '../../../src/core/check/problem';
import { describeEntities } from '../../../src/core/edit/entityEdits';
import { annotateMentions } from '../../../src/core/edit/mentionEdits';
import { rebase } from '../../../src/core/model/change';
import { Followed } from '../../../src/core/anchor/followed';
import { ArticleText } from '../../../src/core/text/articleText';
import {
  followedState,
  nothingOf,
  rewrittenState,
  sidecarContent,
  stateOf,
  type ArticleState,
} from '../../../src/workspace/articleState';
import { articleOf, bytesOf } from '../../support/builders';
import { articles, schema, startingSource, text, wordsFrom } from '../../support/busyArticle';

describe('the state of an article', () => {
  const [file] = articles;
  assert.ok(file);
  const shown = { file, isShownAsOnDisk: true };
  const codes = ({ sidecarProblems }: ArticleState) => sidecarProblems().map(({ code }) => code);

  it('says nothing and can be written where there is no sidecar', () => {
    const state = stateOf(shown, schema);
    assert.deepEqual(state.set, nothingOf(schema).set);
    assert.deepEqual([state.source, state.layout, state.isWritable], [undefined, undefined, true]);
    assert.deepEqual(codes(state), []);
  });

  it('says why there are no words, and reads no sidecar then', () => {
    const why = problem('file-binary', startOfFile, {});
    const state = stateOf(
      { isShownAsOnDisk: true, problem: why },
      schema,
      sidecarContent(bytesOf('chiosa: 1\n')),
    );
    assert.deepEqual(
      [state.articleProblems, state.source, state.file],
      [[why], undefined, undefined],
    );
    assert.deepEqual(stateOf(undefined, schema).articleProblems, []);
  });

  it('is not writable where the sidecar is no text, or another version', () => {
    const broken = stateOf(shown, schema, sidecarContent(Uint8Array.of(0x63, 0xff, 0x0a)));
    assert.deepEqual([broken.isWritable, codes(broken)], [false, ['file-not-utf8']]);
    assert.equal(broken.source?.(), '', 'which is not the same as no sidecar');
    const newer = stateOf(shown, schema, sidecarContent(bytesOf('chiosa: 2\n')));
    assert.deepEqual([newer.isWritable, codes(newer)], [false, ['version-newer']]);
    const conflict = bytesOf('chiosa: 1\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n');
    assert.equal(stateOf(shown, schema, sidecarContent(conflict)).isWritable, false);
  });

  it('reads a sidecar with a byte order mark as one without, by the parser of all of YAML', () => {
    const source = `chiosa: 1\ntext: ${file.identity.id()}\narticle:\n  title: Corva\n`;
    const [bare, marked] = [source, `\uFEFF${source}`].map((each) =>
      stateOf(shown, schema, sidecarContent(bytesOf(each))),
    );
    assert.deepEqual(marked?.set, bare?.set);
    assert.equal(marked?.set.article.title, 'Corva');
  });

  it('is rewritten only where it says which text it is of and how its lines stand', () => {
    const bytes = bytesOf(startingSource(file));
    const full = stateOf(shown, schema, sidecarContent(bytes));
    const set = { ...full.set, mentions: full.set.mentions.slice(1) };
    assert.ok(rewrittenState(set, full, file, bytes));
    const { textId, layout, ...bare } = full;
    assert.ok(textId !== undefined && layout);
    assert.equal(rewrittenState(set, { ...bare, layout }, file, bytes), undefined);
    assert.equal(rewrittenState(set, { ...bare, textId }, file, bytes), undefined);
    assert.equal(rewrittenState(set, full, file, undefined), undefined, 'no sidecar was read');
    const other = articleOf('Altro.');
    assert.equal(rewrittenState(set, full, other, bytes), undefined, 'of another text');
  });

  it('moves with what is typed, keeps its sidecar and knows that the disk has other words', () => {
    const full = stateOf(shown, schema, sidecarContent(bytesOf(startingSource(file))));
    const typed = `Ieri. ${text}`;
    const edits = [{ span: { start: 0, end: 0 }, length: 6 }];
    const following = new Followed(full.set, text).follow(edits, typed);
    const now = followedState(full, following, new ArticleText(typed));
    assert.equal(now.isShownAsOnDisk, false);
    assert.equal(now.file?.text.text, typed);
    assert.equal(now.file.identity.id(), articleOf(typed).identity.id());
    assert.equal(now.source?.(), full.source?.());
    const wordsOf = (state: ArticleState) =>
      state.set.mentions.map(({ target }) =>
        target.spans?.map(({ start, end }) => state.file?.text.text.slice(start, end)),
      );
    assert.deepEqual(wordsOf(now), wordsOf(full));
  });

  it('lists each problem once however often it is asked', () => {
    const bytes = bytesOf(startingSource(file));
    const full = stateOf(shown, schema, sidecarContent(bytes));
    const id = 'corva';
    const set = rebase(describeEntities(full.set, [id], { type: 'porto' }), full.set, full.set);
    const now = rewrittenState(set, full, file, bytes)?.state;
    assert.ok(now);
    assert.equal(now.sidecarProblems(), now.sidecarProblems());
    const unknown = now.sidecarProblems().filter(({ code }) => code === 'unknown-type');
    assert.deepEqual(unknown.map(({ detail }) => detail['type']).sort(), ['astronave', 'porto']);
    const misplaced = now.sidecarProblems().filter(({ code }) => code === 'misplaced-attribute');
    assert.equal(misplaced.length, 4, 'two of Alba’s, two of a place that is none any more');
  });

  it('knows what has no certain place, before and after an act', () => {
    const bytes = bytesOf(startingSource(file));
    const full = stateOf(shown, schema, sidecarContent(bytes));
    const lost = codes(full).filter((code) => code.startsWith('anchor-'));
    assert.ok(lost.length > 0);
    assert.equal(full.unanchored().length, lost.length);
    const set = { ...full.set, mentions: full.set.mentions.slice(1) };
    const now = rewrittenState(set, full, file, bytes)?.state;
    assert.ok(now);
    const ranges = (state: ArticleState) => state.unanchored().map(({ range }) => range);
    assert.equal(now.unanchored().length, lost.length);
    assert.deepEqual(
      ranges(now),
      now
        .sidecarProblems()
        .filter(({ code }) => code.startsWith('anchor-'))
        .map(({ range }) => range),
    );
  });

  it('forgets that an entity was unknown once it is there', () => {
    const bytes = bytesOf(startingSource(file));
    const full = stateOf(shown, schema, sidecarContent(bytes));
    assert.ok(codes(full).includes('unknown-entity'));
    const entity = { id: 'nessuna', name: 'Zita', type: 'person' };
    const change = annotateMentions(full.set, text, [wordsFrom(0, 0)], entity);
    const now = rewrittenState(rebase(change, full.set, full.set), full, file, bytes)?.state;
    assert.ok(now);
    assert.ok(!codes(now).includes('unknown-entity'));
    assert.ok(codes(full).includes('unknown-entity'), 'of the state before nothing has changed');
  });
});
