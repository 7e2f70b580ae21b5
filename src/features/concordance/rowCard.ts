import * as vscode from 'vscode';
import type { Row } from '../../core/concordance/row';
import type { Corpus } from '../../core/corpus/corpus';
import type { Schema } from '../../core/model/schema';
import { plain } from '../../workspace/entityCard';
import { quoteKindName, statusName, typeIcon, typeName } from '../../workspace/typeNames';
import type { ReadArticle } from './found';

/** What a card says more than the row and its article know. */
interface Known {
  readonly corpus: Corpus;
  readonly schema: Schema;
}

/** What a row is of: the article with its fields, and the annotation in short. */
export function rowCard(row: Row, article: ReadArticle, known: Known): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  const lines = [...linesOfArticle(row, article), ...linesOfAnnotation(row, known)];
  return card.appendMarkdown(lines.join('  \n'));
}

function linesOfArticle({ line }: Row, { name, fields }: ReadArticle): string[] {
  const { title, outlet, published, language, status, labels = [] } = fields;
  const said = [outlet, published, language, status && statusName(status), ...labels];
  const words = said.flatMap((each) => (each === undefined ? [] : plain(each)));
  return [
    ...(title === undefined ? [] : [`**${plain(title)}**`]),
    ...(words.length > 0 ? [words.join(' · ')] : []),
    plain(vscode.l10n.t('{0}, line {1}', name, line + 1)),
  ];
}

function linesOfAnnotation({ names }: Row, { corpus, schema }: Known): string[] {
  const { entity, speaker, kind } = names;
  const all = entity && corpus.get(entity.id);
  const figures = all
    ? ` · ${plain(vscode.l10n.t('In {0} articles: mentions: {1}, quotes: {2}', all.articles, all.mentions, all.quotes))}`
    : '';
  const who = speaker?.name ?? vscode.l10n.t('none');
  return [
    ...(entity
      ? [
          `\n$(${typeIcon(entity.type)}) **${plain(entity.name)}** · ${plain(typeName(entity.type, schema))}${figures}`,
        ]
      : []),
    ...(kind
      ? [
          `\n$(quote) ${plain(quoteKindName(kind, schema))} · ${plain(`${vscode.l10n.t('Speaker')}: ${who}`)}`,
        ]
      : []),
  ];
}
