import * as vscode from 'vscode';
import type { Filter, Query } from '../../core/concordance/query';
import { onOneLine } from '../../core/concordance/row';
import type { Entity, Mention, Quote, Speaker } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { referenceAt } from '../../core/model/references';
import { mentionsAt, quotesAt } from '../../core/model/spanIndex';
import { toOffset } from '../../host/convert';
import type { Services } from '../../workspace/services';

/** What the command takes: a line to search for, an entity, a speaker, or a row of the sidebar. */
export interface ConcordanceArgument {
  /** A query as people write it. */
  readonly query?: string;
  /** An entity or its id. */
  readonly entity?: string | Entity;
  /** Who speaks, or the id of that entity. */
  readonly speaker?: string | Speaker;
  readonly mention?: Mention;
  readonly quote?: Quote;
}

/** The query that an argument or the place of the cursor means; undefined where that means none. */
export async function queryMeant(
  services: Services,
  argument: ConcordanceArgument,
): Promise<Query | undefined> {
  const { entity, speaker, mention, quote } = argument;
  if (entity !== undefined)
    return queryOf('entity', typeof entity === 'string' ? entity : entity.id);
  if (mention) return queryOf('entity', mention.entity);
  const said = speaker ?? quote?.speaker;
  const id = typeof said === 'string' ? said : said?.entity;
  if (id !== undefined) return queryOf('speaker', id);
  return queryAtCursor(services);
}

/** The words that are selected in an article, else what the cursor is on. */
async function queryAtCursor({ articles, active }: Services): Promise<Query | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !articles.isArticle(editor.document)) return undefined;
  const { file, state, selections } = await active.demand();
  const [selection] = selections;
  if (!selection) return undefined;
  const words = onOneLine(editor.document.getText(selection)).trim();
  if (words !== '') return { terms: [{ kind: 'words', words }] };
  return queryAt(state.set, toOffset(file.text, selection.active));
}

/** The entity that is mentioned at an offset, else who speaks there. */
function queryAt(set: AnnotationSet, offset: number): Query | undefined {
  const [mention] = mentionsAt(set, offset);
  if (mention) return queryOf('entity', mention.entity);
  const [quote] = quotesAt(set, offset);
  const speaker = quote?.speaker?.entity ?? referenceAt(set, offset)?.entity;
  return speaker === undefined ? undefined : queryOf('speaker', speaker);
}

function queryOf(key: Filter['key'], value: string): Query {
  return { terms: [{ kind: 'filter', key, value }] };
}
