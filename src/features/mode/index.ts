import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { bringToFront } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { showKeys } from './showKeys';
import { createStatusItem } from './statusItem';

/** Annotation mode: begin and end it, its item in the status bar, its keys. */
export function register(services: Services): vscode.Disposable {
  const { active, lastAct, mode, log } = services;
  const start = async () => {
    const { article } = await active.demandShown();
    mode.start();
    await bringToFront(article.uri);
  };
  const stop = () => {
    mode.stop();
  };
  return disposeAll(
    registerCommand('chiosa.startAnnotationMode', log, start),
    registerCommand('chiosa.stopAnnotationMode', log, stop),
    registerCommand('chiosa.toggleAnnotationMode', log, async () => {
      if (mode.isOn) stop();
      else await start();
    }),
    registerCommand('chiosa.showKeys', log, () => showKeys(services)),
    registerCommand('chiosa.repeat', log, async () => {
      if (await lastAct.repeat()) return;
      vscode.window.setStatusBarMessage(vscode.l10n.t('There is no act to repeat yet.'), 4000);
    }),
    createStatusItem(services),
  );
}
