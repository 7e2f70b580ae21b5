import * as vscode from 'vscode';
import { moveMentions } from '../../core/edit/entityEdits';
import { annotateMentions } from '../../core/edit/mentionEdits';
import type { Corpus } from '../../core/entities/corpus';
import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import { knownNames } from '../../core/entities/knownNames';
import { compareLikelihoods, likelyEntities } from '../../core/entities/likelyEntities';
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
  const here = new Map(knownEntities(set).map((known) => [known.entity.id, known]));
  const nearest = nearestEntities(set, text, span).flatMap((id) => here.get(id) ?? []);
  const elsewhere: readonly KnownEntity[] = corpus.entities.filter(
    ({ entity }) => !here.has(entity.id),
  );
  const wanted = ({ known }: { known: KnownEntity }) => known.entity.id !== except;
  const likely = [...likelyEntities(nearest, words), ...likelyEntities(elsewhere, words)].filter(
    wanted,
  );
  if (likely.length === 0) {
    throw new UserError(
      vscode.l10n.t('No other entity is known yet. Annotate a name as an entity first.'),
    );
  }
  const named = likely
    .filter(({ likelihood }) => compareLikelihoods(likelihood, 'similar') <= 0)
    .sort((a, b) => compareLikelihoods(a.likelihood, b.likelihood))
    .map(({ known }) => known);
  const rest = [...nearest.map((known) => ({ known })), ...likelyEntities(elsewhere, words)]
    .filter(wanted)
    .map(({ known }) => known)
    .filter((known) => !named.includes(known));
  const isHere = (known: KnownEntity) => here.has(known.entity.id);
  return pickEntity(vscode.l10n.t('Link “{0}”', shortened(words, 40)), [
    ...section(vscode.l10n.t('By this name'), named.map(rowOf)),
    ...section(vscode.l10n.t('In this article, the nearest first'), rest.filter(isHere).map(rowOf)),
    ...section(
      vscode.l10n.t('In other articles'),
      rest.filter((known) => !isHere(known)).map(rowOf),
    ),
  ]);
}
