import * as vscode from 'vscode';
import { shortened } from '../../core/text/shortened';
import type { EntityId } from '../../core/model/annotation';
import { findEntities } from '../../core/corpus/findEntities';
import { firstPlaceIn } from '../../workspace/entityPlaces';
import type { Services } from '../../workspace/services';
import { symbolKind, typeName } from '../../workspace/typeNames';

/** A list of more is of no use to anybody. */
const most = 1000;

/** An entity in VS Code's list of all symbols (Ctrl+T). Where it is mentioned first is looked up when it is chosen. */
class EntitySymbol extends vscode.SymbolInformation {
  readonly entity: EntityId;

  constructor(
    entity: EntityId,
    name: string,
    type: string,
    container: string,
    article: vscode.Uri,
  ) {
    const unresolved = new vscode.Location(article, new vscode.Position(0, 0));
    super(name, symbolKind(type), container, unresolved);
    this.entity = entity;
  }
}

/** The entities of the whole corpus by their names and other words, those mentioned most first. */
export function workspaceSymbols({
  articles,
  corpus,
  schemas,
}: Services): vscode.WorkspaceSymbolProvider<EntitySymbol> {
  return {
    async provideWorkspaceSymbols(query) {
      const known = await corpus.now();
      return findEntities(known, query, most).flatMap(({ found, words }) => {
        const { entity, mentions, articles: inArticles } = found;
        const article = corpus.firstNaming(entity.id);
        if (!article) return [];
        const type = typeName(entity.type, schemas.of(article));
        const figures = vscode.l10n.t('mentions: {0}, articles: {1}', mentions, inArticles);
        const name = words === entity.name ? '' : `${entity.name} · `;
        const container = `${name}${type} · ${figures}`;
        return [new EntitySymbol(entity.id, shortened(words), entity.type, container, article)];
      });
    },
    async resolveWorkspaceSymbol(symbol) {
      const place = await firstPlaceIn(articles, symbol.location.uri, symbol.entity);
      if (place) symbol.location = place;
      return symbol;
    },
  };
}
