import * as vscode from 'vscode';
import { moveMentions as moveChange } from '../../core/edit/entityEdits';
import { removeParts } from '../../core/edit/placeEdits';
import { setSpeakers as speakersChange } from '../../core/edit/speakerEdits';
import { wordsOf, type EntityId, type Quote } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import { mentionPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import { withProgress } from '../../host/progress';
import { articlesNaming, unique } from '../../workspace/articleFiles';
import { changeArticles } from '../../workspace/changeArticles';
import { entityKnown } from '../../workspace/entityKnown';
import type {
  MoveArgument,
  Placed,
  RemovalArgument,
  SpeakerMeant,
  SpeakersArgument,
} from '../../workspace/placedAnnotations';
import type { Services } from '../../workspace/services';

// What rows are for is changed by one act each, in however many articles it is.

/** Makes mentions ones of another entity. */
export async function moveMentions(
  services: Services,
  { mentions, into }: MoveArgument,
): Promise<void> {
  const { id, name, type } = await entityKnown(services, into);
  const byUri = grouped(mentions);
  const title = vscode.l10n.t('Mentions of “{0}”: {1} more', name, mentions.length);
  await changeArticles(services.articles, title, theUris(byUri), ({ uri, state: { set } }) =>
    moveChange(set, byUri.get(uri.toString()) ?? [], { id, name, type }),
  );
}

/** Says who says quotes, or all that somebody else says. */
export async function setSpeakers(services: Services, argument: SpeakersArgument): Promise<void> {
  const { articles } = services;
  const { quotes, saidBy = {}, uri, speaker } = argument;
  const entity = speaker.entity === undefined ? undefined : await bare(services, speaker.entity);
  const given = quotes && grouped(quotes);
  const find = given ? theUris(given) : () => articlesSaying(services, uri, saidBy);
  const title = entity
    ? vscode.l10n.t('Quotes are said by “{0}”', entity.name)
    : vscode.l10n.t('Quotes have another speaker');
  await changeArticles(articles, title, find, ({ uri: article, state: { set } }) => {
    const meant = given ? (given.get(article.toString()) ?? []) : quotesBy(set, saidBy);
    return speakersChange(set, meant, entity ?? speaker.words);
  });
}

/** Removes annotations, and parts of them that have no certain place. */
export async function removeAnnotations(
  services: Services,
  { parts, entities }: RemovalArgument,
): Promise<void> {
  const byUri = grouped(parts);
  const find = async () => {
    const uris = await theUris(byUri)();
    for (const { entity, uri } of entities) {
      const here = uri === undefined ? undefined : [vscode.Uri.parse(uri)];
      uris.push(...(here ?? (await articlesWith(services, entity))));
    }
    return unique(uris);
  };
  const [first] = parts;
  const title =
    first && parts.length + entities.length === 1
      ? vscode.l10n.t('“{0}” is removed', shortened(wordsOf(first.item.target), 40))
      : vscode.l10n.t('Annotations are removed');
  await changeArticles(services.articles, title, find, ({ uri, state: { set } }) => {
    const key = uri.toString();
    const own = entities.filter((each) => each.uri === undefined || each.uri === key);
    const mentions = own.flatMap(({ entity }) => mentionsOf(set, entity));
    return removeParts(set, [...(byUri.get(key) ?? []), ...mentions.map(mentionPart)]);
  });
}

async function bare(services: Services, entity: EntityId) {
  const { id, name, type } = await entityKnown(services, entity);
  return { id, name, type };
}

async function articlesSaying(
  services: Services,
  uri: string | undefined,
  { entity }: SpeakerMeant,
): Promise<vscode.Uri[]> {
  if (uri !== undefined) return [vscode.Uri.parse(uri)];
  return entity === undefined ? [] : articlesWith(services, entity);
}

/** All articles that name an entity, however long it takes to know them. */
function articlesWith({ corpus }: Services, entity: EntityId): Promise<vscode.Uri[]> {
  const title = vscode.l10n.t('Looking for articles');
  return withProgress(title, ({ token }) => articlesNaming(corpus, undefined, [entity], token));
}

function quotesBy({ quotes }: AnnotationSet, { entity, words }: SpeakerMeant): readonly Quote[] {
  return quotes.filter(({ speaker }) => {
    if (entity !== undefined || speaker?.entity !== undefined) return speaker?.entity === entity;
    // The same words, wherever they stand.
    if (!words || !speaker?.target) return words === speaker?.target;
    return wordsOf(speaker.target) === wordsOf(words);
  });
}

function grouped<T>(placed: readonly Placed<T>[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const { uri, item } of placed) {
    const own = groups.get(uri);
    if (own) own.push(item);
    else groups.set(uri, [item]);
  }
  return groups;
}

function theUris(byUri: ReadonlyMap<string, unknown>): () => Promise<vscode.Uri[]> {
  return () => Promise.resolve([...byUri.keys()].map((uri) => vscode.Uri.parse(uri)));
}
