import * as vscode from 'vscode';
import { spansOf, wordsOf, type Mention, type Quote } from '../../core/model/annotation';
import { speakerName } from '../../core/model/speakerName';
import { shortened } from '../../core/text/shortened';
import { toRange } from '../../host/convert';
import { annotationsIn, type StandingAnnotations } from '../../workspace/annotatedDocuments';
import type { ArticleStore } from '../../workspace/articleStore';
import { quoteKindName, symbolKind, typeName } from '../../workspace/typeNames';
import { outlineOf, type OutlineItem } from './outline';

/** The quotes and mentions of an article, for the outline, the breadcrumbs and “Go to Symbol in Editor”. */
export function documentSymbols(articles: ArticleStore): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document) {
      const shown = await annotationsIn(articles, document);
      return shown && outlineOf(shown.set).map((item) => symbolOf(shown, item));
    },
  };
}

function symbolOf(shown: StandingAnnotations, item: OutlineItem): vscode.DocumentSymbol {
  const { of, extent, children } = item;
  const { name, detail, kind } =
    of.kind === 'quote' ? quoteTexts(shown, of.quote) : mentionTexts(shown, of.mention);
  const [first = extent] = spansOf(of.kind === 'quote' ? of.quote.content : of.mention.target);
  const { text } = shown;
  const symbol = new vscode.DocumentSymbol(
    name,
    detail,
    kind,
    toRange(text, extent),
    toRange(text, first),
  );
  symbol.children = children.map((child) => symbolOf(shown, child));
  return symbol;
}

type Texts = Pick<vscode.DocumentSymbol, 'name' | 'detail' | 'kind'>;

/** The speaker is part of the name: a screen reader says no more than that, and what is typed is looked for in it. */
function quoteTexts({ set, schema }: StandingAnnotations, quote: Quote): Texts {
  const words = shortened(wordsOf(quote.content));
  const speaker = speakerName(set, quote);
  return {
    name:
      speaker === undefined
        ? vscode.l10n.t('“{0}”', words)
        : vscode.l10n.t('{0}: “{1}”', shortened(speaker, 40), words),
    detail: quoteKindName(quote.kind, schema),
    kind: vscode.SymbolKind.String,
  };
}

/** Every mention has the name of its entity, so that it is found by it; the detail says what else it is called. */
function mentionTexts({ set, schema }: StandingAnnotations, { entity, target }: Mention): Texts {
  const { name, type } = set.entities.get(entity) ?? { name: entity, type: 'other' };
  const words = wordsOf(target);
  const typed = typeName(type, schema);
  return {
    name: shortened(name),
    detail: words === name ? typed : vscode.l10n.t('{0} · “{1}”', typed, shortened(words)),
    kind: symbolKind(type),
  };
}
