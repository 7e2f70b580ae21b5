import * as vscode from 'vscode';
import { wordsOf } from '../core/model/annotation';
import type { AnnotationSet } from '../core/model/annotationSet';
import type { AnnotationPart } from '../core/model/parts';
import type { Schema } from '../core/model/schema';
import { shortened } from '../core/text/shortened';
import { quoteKindName, typeIcon, typeName } from './typeNames';

/** What a part is: `Irene Tassoni · Person` of a mention, the kind of a quote, `cue of “…”`, `speaker of “…”`. */
export function partName(
  part: AnnotationPart,
  { set, schema }: { readonly set: AnnotationSet; readonly schema: Schema },
): string {
  switch (part.role) {
    case 'mention': {
      const { entity: id } = part.mention;
      const entity = set.entities.get(id);
      return entity ? `${entity.name} · ${typeName(entity.type, schema)}` : id;
    }
    case 'content':
      return quoteKindName(part.quote.kind, schema);
    case 'cue':
      return vscode.l10n.t('cue of “{0}”', shortened(wordsOf(part.quote.content), 40));
    case 'speaker':
      return vscode.l10n.t('speaker of “{0}”', shortened(wordsOf(part.quote.content), 40));
  }
}

/** The words of a part with what stood around them, as its sidecar remembers; undefined where that is nothing. */
export function remembered({ target }: AnnotationPart): string | undefined {
  const [first] = target.selectors;
  const last = target.selectors.at(-1);
  const [before, behind] = [first?.prefix ?? '', last?.suffix ?? ''];
  return before || behind ? shortened(before + wordsOf(target) + behind, 90) : undefined;
}

/** The icon of a part, by the name of VS Code's icon set. */
export function partIcon(part: AnnotationPart, set: AnnotationSet): string {
  switch (part.role) {
    case 'mention':
      return typeIcon(set.entities.get(part.mention.entity)?.type ?? '');
    case 'content':
      return 'quote';
    case 'cue':
      return 'comment';
    case 'speaker':
      return 'person';
  }
}
