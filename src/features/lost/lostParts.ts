import * as vscode from 'vscode';
import { findPlace, isTaken } from '../../core/edit/placeEdits';
import { isSamePart, unplacedParts, type AnnotationPart } from '../../core/model/parts';
import { isEmpty } from '../../core/model/change';
import { passageMeant } from '../../core/quotes/passage';
import type { Unanchored } from '../../core/sidecar/read';
import { snappedName } from '../../core/text/snapping';
import { inOrder, type Span } from '../../core/text/span';
import { trimmed } from '../../core/text/words';
import { toSpan } from '../../host/convert';
import { UserError } from '../../host/userError';
import type { ShownArticle } from '../../workspace/activeArticle';
import type { ArticleState } from '../../workspace/articleState';
import type { Services } from '../../workspace/services';

/** The part of the state's annotations that is equal to one that was seen before, if that is still lost. */
export function stillLost({ set }: ArticleState, part: AnnotationPart): AnnotationPart | undefined {
  return unplacedParts(set).find((each) => isSamePart(each, part));
}

/** The places that a part may have, the best first, but those that are annotated alike already. */
export function placesFor(state: ArticleState, part: AnnotationPart): readonly (readonly Span[])[] {
  // Places were looked for in the text on disk.
  const lost = state.isShownAsOnDisk ? state.unanchored() : [];
  const places = lost.find((each: Unanchored) => isSamePart(each, part))?.candidates() ?? [];
  return places.filter((place) => !isTaken(state.set, part, place));
}

/** What is selected, as it is meant for such a part: whole names, or whole words. Nothing at mere cursors. */
export function selectedFor(
  part: AnnotationPart,
  { file }: Pick<ShownArticle, 'file'>,
  selections: readonly vscode.Selection[],
): Span[] {
  const { text } = file.text;
  const meant = { mention: snappedName, content: passageMeant, cue: trimmed, speaker: trimmed };
  const spans = selections.flatMap((selection) => {
    if (selection.isEmpty) return [];
    return meant[part.role](text, toSpan(file.text, selection)) ?? [];
  });
  return inOrder(spans);
}

/** Gives a lost part its place. @throws {UserError} where that place is annotated alike already */
export async function takePlace(
  { articles }: Services,
  shown: ShownArticle,
  part: AnnotationPart,
  spans: readonly Span[],
): Promise<void> {
  const change = findPlace(shown.state.set, shown.file.text.text, part, spans);
  if (isTaken(shown.state.set, part, spans)) {
    throw new UserError(
      vscode.l10n.t(
        'These words are annotated so already. Choose others, or remove one of the two.',
      ),
    );
  }
  if (!isEmpty(change)) await articles.apply(shown, change);
}
