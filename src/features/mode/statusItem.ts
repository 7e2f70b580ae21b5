import * as vscode from 'vscode';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';

/** The item in the status bar that says whether annotation mode is on, and toggles it; shown for articles. */
export function createStatusItem({ active, mode }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'chiosa.annotationMode',
    vscode.StatusBarAlignment.Left,
  );
  item.name = vscode.l10n.t('Annotation Mode');
  item.command = 'chiosa.toggleAnnotationMode';
  const update = () => {
    const { article } = active;
    if (!article) {
      item.hide();
      return;
    }
    const { entities, quotes } = article.state.set;
    const counts = vscode.l10n.t('Entities: {0}, quotes: {1}.', entities.size, quotes.length);
    item.text = mode.isOn
      ? `$(tag) ${vscode.l10n.t('Annotating: H shows the keys')}`
      : `$(tag) ${vscode.l10n.t('Annotate')}`;
    const help = mode.isOn
      ? vscode.l10n.t(
          'Annotation mode is on: single keys annotate, and the text is locked. Select this to leave it.',
        )
      : vscode.l10n.t('Annotation mode is off. Select this to annotate with single keys.');
    item.tooltip = `${help}\n${counts}`;
    item.accessibilityInformation = { label: `${help} ${counts}`, role: 'button' };
    item.show();
  };
  update();
  return disposeAll(item, active.onDidChange(update), mode.onDidChange(update));
}
