import type * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import { argumentOf, registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';
import { PlaceFinder, type FindPlaceArgument } from './findPlace';
import { stillLost, takePlace } from './lostParts';
import { registerQuickFixes } from './quickFixes';
import { registerSaveMessage } from './saveMessage';

/** What is annotated and has no certain place in the article any more: ways to give it one. */
export function register(services: Services): vscode.Disposable {
  const { active, log } = services;
  const finder = new PlaceFinder(services);
  return disposeAll(
    registerCommand('chiosa.findPlace', log, (argument) => finder.find(argumentOf(argument))),
    registerCommand('_chiosa.takePlace', log, async (argument, place) => {
      const { uri, part } = argumentOf(argument) as FindPlaceArgument;
      const shown = await active.demandShown(uri);
      const meant = part && stillLost(shown.state, part);
      if (meant) await takePlace(services, shown, meant, place as readonly Span[]);
    }),
    registerQuickFixes(services),
    registerSaveMessage(services),
  );
}
