import type * as vscode from 'vscode';
import { argumentOf, registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';
import { registerMarkersLens } from './markersLens';
import { mergeSidecar } from './mergeSidecar';
import { registerNotice } from './notice';
import { registerQuickFixes } from './quickFixes';
import { decideConflict, resolveConflicts, type DecideArgument } from './resolveConflicts';
import { NamesOfSides } from './sideNames';
import { stageSidecar } from './whatIsLeft';

/** Sidecars that git could not merge are merged by meaning, and what that leaves is decided, one after the other. */
export function register(services: Services): vscode.Disposable {
  const { log } = services;
  const sides = new NamesOfSides();
  const on = (id: string, run: (argument: object) => Promise<void>) =>
    registerCommand(id, log, (argument) => run(argumentOf(argument)));
  return disposeAll(
    on('chiosa.mergeSidecar', (argument) => mergeSidecar(services, sides, argument)),
    on('chiosa.resolveConflicts', (argument) => resolveConflicts(services, sides, argument)),
    on('_chiosa.decideConflict', (argument) =>
      decideConflict(services, argument as DecideArgument),
    ),
    on('_chiosa.stageSidecar', (argument) => {
      const { uri } = argument as { readonly uri: vscode.Uri };
      return stageSidecar(uri);
    }),
    registerMarkersLens(),
    registerQuickFixes(services),
    registerNotice(services),
  );
}
