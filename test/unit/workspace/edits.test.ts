import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { apply, type Change } from '../../../src/core/model/change';
import { defaultSchema } from '../../../src/core/model/schema';
import { ArticleText } from '../../../src/core/text/articleText';
import { nothingOf } from '../../../src/workspace/articleState';
import {
  inverse,
  isSomething,
  withoutBase,
  type AnnotationEdit,
  type Edit,
} from '../../../src/workspace/edits';
import type { Redescription } from '../../../src/workspace/redescription';
import type { Replacement } from '../../../src/workspace/replacement';
import { bytesOf, entityOf, mentionOf, quoteOf, setOf } from '../../support/builders';
import { marked, nth } from '../../support/marked';

const uri = { toString: () => 'file:///a.txt' } as vscode.Uri;
const { text, spans } = marked('⟦Ada⟧ dice: «⟦Non ora⟧». ⟦Bea⟧ tace.');
const [ada, bea] = [entityOf('Ada'), entityOf('Bea')];
const mention = mentionOf(ada.id, text, nth(spans, 0));
const quote = quoteOf(text, [nth(spans, 1)]);
const base = nothingOf(defaultSchema);

const annotationEdit = (change: Change): AnnotationEdit => ({
  uri,
  change,
  text: new ArticleText(text),
  base,
});
/** Brings an entity with a mention, and makes another quote of one. */
const edit = annotationEdit({
  article: { before: {}, after: { title: 'Neve' } },
  entities: [{ after: bea }],
  mentions: [{ before: mention, after: { ...mention, entity: bea.id } }],
  quotes: [{ before: quote, after: { ...quote, kind: 'mixed' } }],
});
const redescription: Redescription = {
  uri,
  changes: [
    { before: ada, after: { ...ada, name: 'Ada Nerz' } },
    { before: bea, after: { ...bea, type: 'organization' } },
  ],
  inBlocks: { mtime: 7, size: 90 },
};
const replacement: Replacement = { uri, before: undefined, after: bytesOf('chiosa: 1\n') };

describe('the inverse of an edit', () => {
  it('takes a change of annotations back, whatever they are by then', () => {
    const back = inverse(edit);
    assert.ok('change' in back);
    assert.ok(!('base' in back));
    assert.deepEqual([back.uri, back.text], [edit.uri, edit.text]);
    const set = setOf({ entities: [ada], mentions: [mention], quotes: [quote] });
    const changed = apply(edit.change, set);
    assert.equal(changed.article.title, 'Neve');
    assert.deepEqual(apply(back.change, changed), set);
  });

  it('gives entities back the names and types that they had', () => {
    const back = inverse(redescription);
    assert.deepEqual(back, {
      ...redescription,
      changes: redescription.changes.map(({ before, after }) => ({ before: after, after: before })),
    });
    assert.notDeepEqual(back, redescription);
  });

  it('gives a sidecar back the bytes that it had, or takes it away where there was none', () => {
    const back = inverse(replacement);
    assert.deepEqual(back, { uri, before: replacement.after, after: undefined });
    assert.ok(isSomething(back));
  });

  it('has the edit as its own inverse, but for the annotations that it was made for', () => {
    for (const each of [edit, redescription, replacement]) {
      assert.deepEqual(inverse(inverse(each)), withoutBase(each));
    }
  });
});

describe('what the history keeps of an edit', () => {
  it('is all but the annotations that it was made for', () => {
    const kept = withoutBase(edit);
    assert.deepEqual(kept, { uri: edit.uri, change: edit.change, text: edit.text });
    assert.equal(edit.base, base, 'the edit itself keeps them');
  });

  it('is all of an edit that was made for none', () => {
    assert.equal(withoutBase(redescription), redescription);
    assert.equal(withoutBase(replacement), replacement);
  });
});

describe('an edit', () => {
  it('is something where it leaves something otherwise', () => {
    const edits: readonly Edit[] = [
      edit,
      annotationEdit({ mentions: [{ after: mention }] }),
      annotationEdit({ quotes: [{ before: quote }] }),
      redescription,
      { uri, changes: [{ before: ada, after: ada }, nth(redescription.changes, 1)] },
      replacement,
    ];
    assert.deepEqual(edits.map(isSomething), [true, true, true, true, true, true]);
  });

  it('is nothing where all that it replaces comes back equal', () => {
    const edits: readonly Edit[] = [
      annotationEdit({}),
      annotationEdit({ entities: [], mentions: [], quotes: [] }),
      annotationEdit({ mentions: [{ before: mention, after: { ...mention } }] }),
      annotationEdit({ article: { before: { title: 'Neve' }, after: { title: 'Neve' } } }),
      { uri, changes: [] },
      { uri, changes: [{ before: ada, after: { ...ada } }] },
    ];
    assert.deepEqual(edits.map(isSomething), [false, false, false, false, false, false]);
  });
});
