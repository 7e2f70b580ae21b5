import type * as vscode from 'vscode';
import { invert, isEmpty, type Change } from '../core/model/change';
import { equal } from '../core/model/equal';
import type { ArticleText } from '../core/text/articleText';
import type { ArticleState } from './articleState';
import type { Redescription } from './redescription';
import type { Replacement } from './replacement';

/** What an act changes in one article. */
export type Edit = AnnotationEdit | Redescription | Replacement;

export interface AnnotationEdit {
  readonly uri: vscode.Uri;
  readonly change: Change;
  /** The text whose places the change speaks of. */
  readonly text: ArticleText;
  /** The annotations that the change was made for; for those that the article has, where this is missing. */
  readonly base?: ArticleState;
}

/** The edit that takes one back, or makes again what that took back. */
export function inverse(edit: Edit): Edit {
  if ('after' in edit) return { ...edit, before: edit.after, after: edit.before };
  if (!('change' in edit)) {
    const changes = edit.changes.map(({ before, after }) => ({ before: after, after: before }));
    return { ...edit, changes };
  }
  const { uri, text, change } = edit;
  return { uri, text, change: invert(change) };
}

/** What the history keeps: the annotations that an edit was made for may be other ones when it is taken back. */
export function withoutBase(edit: Edit): Edit {
  if (!('change' in edit)) return edit;
  const { base, ...kept } = edit;
  return kept;
}

/** Whether an edit changes anything. */
export function isSomething(edit: Edit): boolean {
  if ('change' in edit) return !isEmpty(edit.change);
  return 'after' in edit || edit.changes.some(({ before, after }) => !equal(before, after));
}
