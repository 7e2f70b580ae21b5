import * as vscode from 'vscode';
import { changedTexts, type ChangedText } from '../../core/diff/changedTexts';
import { itemOf, type Difference } from '../../core/diff/difference';
import { wordsOf, type Quote } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { speakerName } from '../../core/model/speakerName';
import { shortened } from '../../core/text/shortened';
import { translate } from '../../host/translate';
import { quoteKindName } from '../../workspace/typeNames';
import type { Compared } from './comparison';
import { wayOf } from './ways';

// What differs, in words.

/** `Added: mention “Tassoni” of Irene Tassoni`. */
export function sentenceOf(difference: Difference, compared: Compared): string {
  const { t } = vscode.l10n;
  const thing = thingOf(difference, compared);
  switch (wayOf(difference)) {
    case 'added':
      return t('Added: {0}', thing);
    case 'removed':
      return t('Removed: {0}', thing);
    case 'changed':
      return t('Changed: {0}', thing);
  }
}

/** Each part that has changed, as `speaker: nobody → Irene Tassoni`. */
export function changesOf(difference: Difference, compared: Compared): string[] {
  return changedParts(difference, compared).map(
    ({ part, before, after }) => `${part}: ${shortened(before, 80)} → ${shortened(after, 80)}`,
  );
}

/** The set in which `itemOf` is. */
export function setOf({ change }: Difference, { before, after }: Compared): AnnotationSet {
  return change === 'removed' ? before : after;
}

/** Who speaks, in words; a quote may have no speaker. */
export function speakerOf(set: AnnotationSet, quote: Quote): string {
  return speakerName(set, quote) ?? vscode.l10n.t('No speaker');
}

/** The name of an entity, or its id where nothing describes it. */
export function nameIn({ entities }: AnnotationSet, id: string): string {
  return entities.get(id)?.name ?? id;
}

type EntityDifference = Extract<Difference, { readonly thing: 'entity' }>;

function thingOf(difference: Difference, compared: Compared): string {
  const { t } = vscode.l10n;
  const set = setOf(difference, compared);
  switch (difference.thing) {
    case 'mention': {
      const { entity, target } = itemOf(difference);
      return t('mention “{0}” of {1}', shortened(wordsOf(target), 80), nameIn(set, entity));
    }
    case 'quote': {
      const quote = itemOf(difference);
      const words = shortened(wordsOf(quote.content), 80);
      return t('quote “{0}” ({1})', words, speakerOf(set, quote));
    }
    case 'entity':
      return entityText(difference);
    case 'article':
      return t('what is said of the article');
    case 'sidecar':
      return t('further keys of the sidecar');
  }
}

function entityText(difference: EntityDifference): string {
  const { name } = itemOf(difference);
  const { t } = vscode.l10n;
  if (difference.change === 'merged') {
    return t('entity “{0}”, merged into “{1}”', difference.before.name, name);
  }
  if (difference.change === 'renamed' && difference.before.name !== name) {
    return t('entity “{0}”, renamed to “{1}”', difference.before.name, name);
  }
  return t('entity “{0}”', name);
}

function changedParts(difference: Difference, compared: Compared): ChangedText[] {
  if (!('parts' in difference)) return [];
  const { before, after, state } = compared;
  const names = {
    before: (id: string) => nameIn(before, id),
    after: (id: string) => nameIn(after, id),
    kind: (kind: Quote['kind']) => quoteKindName(kind, state.schema),
  };
  return changedTexts(difference, names, translate);
}
