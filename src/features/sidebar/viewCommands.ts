import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { askFilter } from './filterBox';
import type { Source } from './rows';
import type { EntityChoices, QuoteChoices, ViewChoices } from './viewChoices';

/**
 * The commands of the views’ titles, which are in the palette too. VS Code marks no item of a menu as chosen, so what
 * is chosen has a second command, whose title has the mark.
 * @param quoteScope of what the view “Quotes” shows the quotes
 */
export function registerViewCommands(
  log: vscode.LogOutputChannel,
  entities: ViewChoices<EntityChoices>,
  quotes: ViewChoices<QuoteChoices>,
  quoteScope: () => Source['scope'],
): vscode.Disposable {
  const { t } = vscode.l10n;
  const on = (id: string, run: () => unknown) => registerCommand(id, log, run);
  const ofEntities = (choice: Partial<EntityChoices>) => () => entities.choose(choice);
  const ofQuotes = (choice: Partial<QuoteChoices>) => () => quotes.choose(choice);
  return disposeAll(
    on('chiosa.showEntitiesOfCorpus', ofEntities({ scope: 'corpus' })),
    on('chiosa.showEntitiesOfArticle', ofEntities({ scope: 'article' })),
    on('chiosa.groupEntitiesByType', ofEntities({ grouping: 'type' })),
    on('chiosa.groupEntitiesByTypeChosen', ofEntities({ grouping: 'type' })),
    on('chiosa.groupEntitiesNot', ofEntities({ grouping: 'none' })),
    on('chiosa.groupEntitiesNotChosen', ofEntities({ grouping: 'none' })),
    on('chiosa.sortEntitiesByMentions', ofEntities({ sorting: 'mentions' })),
    on('chiosa.sortEntitiesByMentionsChosen', ofEntities({ sorting: 'mentions' })),
    on('chiosa.sortEntitiesByName', ofEntities({ sorting: 'name' })),
    on('chiosa.sortEntitiesByNameChosen', ofEntities({ sorting: 'name' })),
    on('chiosa.sortEntitiesByPlace', ofEntities({ sorting: 'place' })),
    on('chiosa.sortEntitiesByPlaceChosen', ofEntities({ sorting: 'place' })),
    on('chiosa.showQuotesOfCorpus', ofQuotes({ scope: 'corpus' })),
    on('chiosa.showQuotesOfArticle', ofQuotes({ scope: 'article' })),
    on('chiosa.groupQuotesBySpeaker', ofQuotes({ grouping: 'speaker' })),
    on('chiosa.groupQuotesBySpeakerChosen', ofQuotes({ grouping: 'speaker' })),
    on('chiosa.groupQuotesByKind', ofQuotes({ grouping: 'kind' })),
    on('chiosa.groupQuotesByKindChosen', ofQuotes({ grouping: 'kind' })),
    on('chiosa.groupQuotesByText', ofQuotes({ grouping: 'text' })),
    on('chiosa.groupQuotesByTextChosen', ofQuotes({ grouping: 'text' })),
    on('chiosa.filterEntities', () => {
      askFilter(entities, t('Filter the entities'), t('Parts of names, other words or ids'));
    }),
    on('chiosa.filterQuotes', () => {
      askFilter(quotes, t('Filter the quotes'), soughtInQuotes(quotes.chosen, quoteScope()));
    }),
    on('chiosa.clearFilterOfEntities', () => {
      entities.filter = '';
    }),
    on('chiosa.clearFilterOfQuotes', () => {
      quotes.filter = '';
    }),
  );
}

/** By what the view “Quotes” finds its rows: of all articles only speakers and articles are known. */
function soughtInQuotes({ grouping }: QuoteChoices, scope: Source['scope']): string {
  const { t } = vscode.l10n;
  if (scope === 'article') return t('Parts of what is said, or of the names or ids of speakers');
  return grouping === 'speaker'
    ? t('Parts of the names, other words or ids of speakers')
    : t('Parts of the titles or paths of articles');
}
