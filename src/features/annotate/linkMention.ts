import * as vscode from 'vscode';
import { moveMentions } from '../../core/edit/entityEdits';
import { annotateMentions } from '../../core/edit/mentionEdits';
import type { Corpus } from '../../core/corpus/corpus';
import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import { knownNames } from '../../core/entities/knownNames';
import {
  compareLikelihoods,
  likelihoodOf,
  likelyEntities,
} from '../../core/entities/likelyEntities';
import { nearestEntities } from '../../core/entities/nearestEntities';
import { extentOf, wordsOf, type Entity, type Mention } from '../../core/model/annotation';
import { mentionsAt } from '../../core/model/spanIndex';
import { shortened } from '../../core/text/shortened';
import type { Span } from '../../core/text/span';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { pickEntity, rowOf, section } from '../../workspace/pickEntity';
import { offsetMeant, selectedNames } from './selection';

/** The argument of `chiosa.linkMention`, for keys: an entity that is not said is asked. */
export interface LinkMentionArgument {
  /** The id of an entity of this article or of the corpus. */
  readonly entity?: string;
}

/**
 * Links words to an entity that is known, whether they name it or not («the minister»): the selected words
 * become a mention of it, and without a selection the mention at the cursor is moved to it. Returns the
 * argument that links other words alike; undefined where the user cancels.
 */
export async function linkMention(
  { active, articles, corpus }: Services,
  { entity: id }: LinkMentionArgument = {},
): Promise<LinkMentionArgument | undefined> {
  const edited = await active.demand();
  const known = await corpus.now();
  const { set } = edited.state;
  const { text } = edited.file.text;
  const given = id === undefined ? undefined : (set.entities.get(id) ?? known.get(id)?.entity);
  const isSelected = edited.selections.some((selection) => !selection.isEmpty);
  const [mention] = isSelected ? [] : mentionsAt(set, offsetMeant(edited, undefined));
  const spans = mention ? placeOf(mention) : selectedNames(edited, [knownNames(set), known]);
  const entity = given ?? (await pick(edited, known, spans, mention));
  if (!entity) return undefined;
  const change = mention
    ? moveMentions(set, [mention], entity)
    : annotateMentions(set, text, spans, entity);
  await articles.apply(edited, change);
  return { entity: entity.id };
}

function placeOf({ target }: Mention): Span[] {
  const place = extentOf(target);
  return place ? [place] : [];
}

/** Asks for an entity: those whose name fits, those mentioned nearest, those of the corpus; not the present one. */
async function pick(
  { file, state: { set, schema } }: EditedArticle,
  corpus: Corpus,
  [span = { start: 0, end: 0 }]: readonly Span[],
  mention: Mention | undefined,
): Promise<Entity | undefined> {
  const { text } = file.text;
  const words = mention ? wordsOf(mention.target) : text.slice(span.start, span.end);
  const known = new Map(knownEntities(set).map((each) => [each.entity.id, each]));
  const here = nearestEntities(set, text, span).flatMap((id) =>
    id === mention?.entity ? [] : (known.get(id) ?? []),
  );
  const elsewhere = corpus.entities.filter(({ entity }) => !known.has(entity.id));
  if (here.length + elsewhere.length === 0) {
    throw new UserError(
      vscode.l10n.t('No other entity is known yet. Annotate a name as an entity first.'),
    );
  }
  const isNamed = (each: KnownEntity) => compareLikelihoods(likelihoodOf(each, words), 'part') <= 0;
  const rowsOf = (all: readonly KnownEntity[]) =>
    likelyEntities(all, words).map((likely) => rowOf(likely.known, schema));
  return pickEntity(vscode.l10n.t('Link “{0}”', shortened(words, 40)), [
    ...section(vscode.l10n.t('By this name'), rowsOf([...here, ...elsewhere].filter(isNamed))),
    ...section(
      vscode.l10n.t('In this article, the nearest first'),
      here.filter((each) => !isNamed(each)).map((each) => rowOf(each, schema)),
    ),
    ...section(
      vscode.l10n.t('In other articles'),
      rowsOf(elsewhere.filter((each) => !isNamed(each))),
    ),
  ]);
}
