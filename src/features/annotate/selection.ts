import * as vscode from 'vscode';
import { knownNameAt, type KnownNames } from '../../core/entities/knownNames';
import { snappedName } from '../../core/text/snapping';
import { trimmed, wordAt } from '../../core/text/words';
import { inOrder, type Span } from '../../core/text/span';
import { toOffset, toSpan } from '../../host/convert';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';

/** Where an act is meant, for keys and links that say it. Zero-based, the column in UTF-16 code units. */
export interface At {
  readonly line: number;
  readonly column: number;
  /** The article, where it may be another one than that of the active editor. */
  readonly uri?: string;
}

/** The article of a place, for `ActiveArticle.demand`. */
export function uriMeant(at: At | undefined): vscode.Uri | undefined {
  return at?.uri === undefined ? undefined : vscode.Uri.parse(at.uri);
}

/**
 * What the user has selected, without outer white space, in the order of the text; for an empty selection
 * the word at the cursor. @throws {UserError} where there is no word
 */
export function selectedSpans({ selections, file }: EditedArticle): Span[] {
  const { text } = file.text;
  const spans = selections.flatMap((selection) => {
    const span = toSpan(file.text, selection);
    const words = selection.isEmpty ? wordAt(text, span.start) : trimmed(text, span);
    return words ? [words] : [];
  });
  if (spans.length === 0) {
    throw new UserError(vscode.l10n.t('Select some words, or put the cursor in one.'));
  }
  return spans.sort((a, b) => a.start - b.start);
}

/**
 * The names that the user has selected, snapped to words unless they are meant `exact`; for each cursor the
 * longest known name that it stands in, else the word. In the order of the text, each once.
 * @throws {UserError} where there is no word
 */
export function selectedNames(
  { selections, file }: EditedArticle,
  known: readonly KnownNames[],
  exact = false,
): Span[] {
  const { text } = file.text;
  const names = selections.flatMap((selection) => {
    const span = toSpan(file.text, selection);
    if (selection.isEmpty) return knownNameAt(text, span.start, known) ?? [];
    return (exact ? trimmed(text, span) && span : snappedName(text, span)) ?? [];
  });
  if (names.length === 0) {
    throw new UserError(vscode.l10n.t('Select some words, or put the cursor in one.'));
  }
  return inOrder(names);
}

/** The place that an act is meant at: the one that its argument says, else the first selection. */
export function spanMeant({ selections, file }: EditedArticle, at: At | undefined): Span {
  const [selection] = selections;
  if (selection && !at) return toSpan(file.text, selection);
  const offset = at ? file.text.offsetAt(at) : 0;
  return { start: offset, end: offset };
}

/** The offset of the cursor, or of the place that the argument says. */
export function offsetMeant({ selections, file }: EditedArticle, at: At | undefined): number {
  const [selection] = selections;
  if (selection && !at) return toOffset(file.text, selection.active);
  return at ? file.text.offsetAt(at) : 0;
}
