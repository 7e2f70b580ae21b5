import * as vscode from 'vscode';
import { moveMentions } from '../../core/edit/entityEdits';
import { annotateMentions } from '../../core/edit/mentionEdits';
import type { Corpus } from '../../core/entities/corpus';
import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import { knownNames } from '../../core/entities/knownNames';
import {
  compareLikelihoods,
  likelihoodOf,
  likelyEntities,
} from '../../core/entities/likelyEntities';
import { nearestEntities } from '../../core/entities/nearestEntities';
import { extentOf, wordsOf, type Entity, type EntityId } from '../../core/model/annotation';
import { mentionsAt, type AnnotationSet } from '../../core/model/annotationSet';
import { shortened } from '../../core/text/shortened';
import type { Span } from '../../core/text/span';
import { UserError } from '../../host/userError';
import type { Services } from '../../workspace/services';
import { pickEntity, rowOf, section } from './pickEntity';
import { offsetMeant, selectedNames } from './selection';

/**
 * Links words to an entity that is known, whether they name it or not («the minister»): the selected words
 * become a mention of it, and without a selection the mention at the cursor is moved to it.
 */
export async function linkMention({ active, articles, corpus }: Services): Promise<void> {
  const known = await corpus.now();
  const edited = await active.demand();
  const { set } = edited.state;
  const { text } = edited.file.text;
  const isSelected = edited.editor.selections.some((selection) => !selection.isEmpty);
  const [mention] = isSelected ? [] : mentionsAt(set, offsetMeant(edited, undefined));
  if (mention) {
    const place = extentOf(mention.target) ?? { start: 0, end: 0 };
    const entity = await pick(set, known, text, place, wordsOf(mention.target), mention.entity);
    if (entity) await articles.apply(edited, moveMentions(set, [mention], entity));
    return;
  }
  const spans = selectedNames(edited, [knownNames(set), known]);
  const [first] = spans;
  if (!first) return;
  const entity = await pick(set, known, text, first, text.slice(first.start, first.end));
  if (entity) await articles.apply(edited, annotateMentions(set, text, spans, entity));
}

/** Asks for an entity: those whose name fits, those mentioned nearest, those of the corpus; but not `except`. */
async function pick(
  set: AnnotationSet,
  corpus: Corpus,
  text: string,
  span: Span,
  words: string,
  except?: EntityId,
): Promise<Entity | undefined> {
  const known = new Map(knownEntities(set).map((each) => [each.entity.id, each]));
  const here = nearestEntities(set, text, span).flatMap((id) =>
    id === except ? [] : (known.get(id) ?? []),
  );
  const elsewhere = corpus.entities.filter(({ entity }) => !known.has(entity.id));
  if (here.length + elsewhere.length === 0) {
    throw new UserError(
      vscode.l10n.t('No other entity is known yet. Annotate a name as an entity first.'),
    );
  }
  const isNamed = (each: KnownEntity) =>
    compareLikelihoods(likelihoodOf(each, words), 'similar') <= 0;
  const rowsOf = (all: readonly KnownEntity[]) =>
    likelyEntities(all, words).map((likely) => rowOf(likely.known));
  return pickEntity(vscode.l10n.t('Link “{0}”', shortened(words, 40)), [
    ...section(vscode.l10n.t('By this name'), rowsOf([...here, ...elsewhere].filter(isNamed))),
    ...section(
      vscode.l10n.t('In this article, the nearest first'),
      here.filter((each) => !isNamed(each)).map(rowOf),
    ),
    ...section(
      vscode.l10n.t('In other articles'),
      rowsOf(elsewhere.filter((each) => !isNamed(each))),
    ),
  ]);
}
