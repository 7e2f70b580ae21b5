import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type {
  MoveArgument,
  RemovalArgument,
  SpeakersArgument,
} from '../../workspace/placedAnnotations';
import { revealPart } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { ArticleQuoteRows } from './articleQuoteRows';
import { CorpusQuoteRows } from './corpusQuoteRows';
import { EntityRows } from './entityRows';
import type { RevealArgument } from './items';
import { moveMentions, removeAnnotations, setSpeakers } from './rowActs';
import { registerRowCommands } from './rowCommands';
import { lostInQuotes, lostMentions } from './rows';
import { SidebarView } from './sidebarView';
import { registerViewCommands } from './viewCommands';
import { ViewChoices, type EntityChoices, type QuoteChoices } from './viewChoices';

/** The views “Entities” and “Quotes”, of the active article or of all. */
export function register(services: Services): vscode.Disposable {
  const { articles, context, log } = services;
  const { workspaceState } = context;
  const ofEntities = new ViewChoices<EntityChoices>('chiosa.entities', workspaceState, {
    scope: 'article',
    grouping: 'type',
    sorting: 'mentions',
  });
  const ofQuotes = new ViewChoices<QuoteChoices>('chiosa.quotes', workspaceState, {
    scope: 'article',
    grouping: 'speaker',
  });
  const entities = new SidebarView('chiosa.entities', services, {
    choices: ofEntities,
    rowsOf: (source) => new EntityRows(source, { ...ofEntities.chosen, filter: ofEntities.filter }),
    lostIn: lostMentions,
  });
  const quotes = new SidebarView('chiosa.quotes', services, {
    choices: ofQuotes,
    rowsOf: (source) => {
      const options = { ...ofQuotes.chosen, filter: ofQuotes.filter };
      return source.scope === 'article'
        ? new ArticleQuoteRows(source.article, options)
        : new CorpusQuoteRows(source.articles, options);
    },
    lostIn: lostInQuotes,
  });
  return disposeAll(
    ofEntities,
    ofQuotes,
    entities,
    quotes,
    registerViewCommands(log, ofEntities, ofQuotes, () => quotes.scope),
    registerRowCommands(services, { entities, quotes }),
    registerCommand('_chiosa.reveal', log, (argument) => {
      const { uri, part } = argument as RevealArgument;
      return articles.use(vscode.Uri.parse(uri), (article) => revealPart(article, part));
    }),
    registerCommand('_chiosa.moveMentions', log, (argument) =>
      moveMentions(services, argument as MoveArgument),
    ),
    registerCommand('_chiosa.setSpeakers', log, (argument) =>
      setSpeakers(services, argument as SpeakersArgument),
    ),
    registerCommand('_chiosa.removeAnnotations', log, (argument) =>
      removeAnnotations(services, argument as RemovalArgument),
    ),
  );
}
