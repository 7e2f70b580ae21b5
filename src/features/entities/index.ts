import type * as vscode from 'vscode';
import { argumentOf, registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';
import { annotateAllOccurrences } from './allOccurrences';
import { mergeEntities } from './mergeEntities';
import { renameEntity, retypeEntity } from './renameEntity';
import { splitEntity } from './splitEntity';
import { takeFromOthers, type TakeFromOthersArgument } from './takeFromOthers';

/** The commands on entities as wholes: on all their occurrences, and in all articles that have them. */
export function register(services: Services): vscode.Disposable {
  const { log } = services;
  const on = (id: string, run: (services: Services, argument: object) => Promise<void>) =>
    registerCommand(id, log, (argument) => run(services, argumentOf(argument)));
  return disposeAll(
    on('chiosa.annotateAllOccurrences', annotateAllOccurrences),
    on('chiosa.renameEntity', renameEntity),
    on('chiosa.retypeEntity', retypeEntity),
    on('chiosa.mergeEntities', mergeEntities),
    on('chiosa.splitEntity', splitEntity),
    on('_chiosa.takeFromOthers', (each, argument) =>
      takeFromOthers(each, argument as TakeFromOthersArgument),
    ),
  );
}
