import * as vscode from 'vscode';
import type { CorpusEntity } from '../../core/corpus/corpus';
import type { SidecarPlace, WrittenWords } from '../../core/sidecar/sidecarPlace';
import type { ArticleText } from '../../core/text/articleText';
import type { Span } from '../../core/text/span';
import { paragraphAt } from '../../core/text/words';
import type { ArticleState } from '../../workspace/articleState';
import {
  appendEntity,
  appendLinks,
  entityOf,
  figuresOf,
  newCard,
  plain,
} from '../../workspace/entityCard';
import { lineOf } from '../../workspace/placeRow';
import type { Services } from '../../workspace/services';
import { articleOfSidecar, placeIn, rangeIn, spansQuoted } from '../../workspace/sidecarDocument';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { keyHover } from '../../workspace/yamlWriting';
import { sidecarSchemas } from './completion';

/** So many code points of a paragraph are shown on either side of the words: a paragraph can be a whole article. */
const around = 300;

/** What stands at a place of a sidecar: the entity of an id, the passage that is quoted, what a key means. */
export function hover(services: Services): vscode.HoverProvider {
  const { articles, corpus } = services;
  return {
    async provideHover(document, position) {
      const meaning = keyHover(document, position, sidecarSchemas(services, document.uri));
      const place = placeIn(document, position);
      const article = place && (await articleOfSidecar(articles, document));
      if (!article) return meaning;
      const at = { uri: document.uri.toString(), line: position.line, column: position.character };
      const known = place.entity === undefined ? undefined : corpus.known.get(place.entity);
      const card = cardOf(article.state, place, known, at);
      if (!card) return meaning;
      const range = rangeIn(document, place.id ?? place.span);
      return new vscode.Hover([card, ...(meaning?.contents ?? [])], range);
    },
  };
}

/** A place of a sidecar, for the links of its card. Zero-based, the column in UTF-16 code units. */
interface At {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

function cardOf(
  state: ArticleState,
  { entity, id, words }: SidecarPlace,
  known: CorpusEntity | undefined,
  at: At,
): vscode.MarkdownString | undefined {
  const card = newCard(['chiosa.goToText']);
  // Only for the words of the passage: all else is escaped.
  card.supportHtml = true;
  if (entity !== undefined && id) {
    appendEntity(card, state, entity, known);
    appendLinks(card, [[vscode.l10n.t('Go to the text'), 'chiosa.goToText', { at }]]);
    return card;
  }
  return words && appendPassage(card, state, words, known, at);
}

function appendPassage(
  card: vscode.MarkdownString,
  state: ArticleState,
  words: WrittenWords,
  known: CorpusEntity | undefined,
  at: At,
): vscode.MarkdownString {
  const text = state.file?.text;
  const spans = spansQuoted(state, words);
  if (!text || spans.length === 0) {
    return card.appendMarkdown(
      plain(vscode.l10n.t('These words have no certain place in the article.')),
    );
  }
  const shown = words.piece === undefined ? spans : spans.slice(words.piece, words.piece + 1);
  const { role, entity } = words;
  if (entity === undefined) card.appendMarkdown(`$(quote) **${plain(roleName(role))}**`);
  else {
    const { name, type } = entityOf(state.set, entity, known);
    const title = `**${plain(name)}** · ${plain(typeName(type, state.schema))}`;
    card.appendMarkdown(`$(${typeIcon(type)}) ${title}`);
  }
  card.appendMarkdown(` · ${plain(vscode.l10n.t('line {0}', lineOf(text, shown)))}`);
  for (const passage of passagesOf(text, shown)) card.appendMarkdown(`\n\n> ${passage}`);
  if (known && known.articles > 1) card.appendMarkdown(`\n\n${plain(figuresOf(known))}`);
  appendLinks(card, [[vscode.l10n.t('Go to the text'), 'chiosa.goToText', { at }]]);
  return card;
}

function roleName(role: WrittenWords['role']): string {
  if (role === 'cue') return vscode.l10n.t('Cue');
  return role === 'speaker' ? vscode.l10n.t('Speaker') : vscode.l10n.t('Quote');
}

/** The paragraphs that spans stand in, each once, as Markdown with the spans in bold. */
function passagesOf({ text }: ArticleText, spans: readonly Span[]): string[] {
  const paragraphs = new Map<number, { readonly end: number; readonly spans: Span[] }>();
  for (const span of spans) {
    const { start, end } = paragraphAt(text, span.start);
    const known = paragraphs.get(start) ?? { end: Math.max(end, span.end), spans: [] };
    known.spans.push(span);
    paragraphs.set(start, known);
  }
  return Array.from(paragraphs, ([start, { end, spans: inside }]) => {
    let at = start;
    const parts = inside.map((span, index) => {
      const before = text.slice(at, span.start);
      at = span.end;
      const words = plain(text.slice(span.start, span.end));
      return `${plain(index === 0 ? lastOf(before) : before)}<strong>${words}</strong>`;
    });
    return `${parts.join('')}${plain(firstOf(text.slice(at, Math.max(at, end))))}`;
  });
}

function lastOf(words: string): string {
  const points = Array.from(words);
  return points.length <= around ? words : `…${points.slice(-around).join('')}`;
}

function firstOf(words: string): string {
  const points = Array.from(words);
  return points.length <= around ? words : `${points.slice(0, around).join('')}…`;
}
