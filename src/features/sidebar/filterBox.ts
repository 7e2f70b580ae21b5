import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';

/** How long typing must rest, in ms, before a view is narrowed. */
const rest = 60;

/** What is filtered. */
interface Filtered {
  filter: string;
  prepareFilter(): void;
}

/**
 * Asks for what a view is filtered by, and filters it as that is typed. Enter keeps it, Escape puts back what was.
 * @param placeholder by what something is found
 */
export function askFilter(view: Filtered, title: string, placeholder: string): void {
  const store = new DisposableStore();
  const box = store.add(vscode.window.createInputBox());
  const before = view.filter;
  box.title = title;
  box.value = before;
  box.placeholder = placeholder;
  box.prompt = vscode.l10n.t('Enter keeps the filter, Escape takes it back.');
  const narrow = store.add(
    new Scheduler(rest, () => {
      view.filter = box.value;
    }),
  );
  let isKept = false;
  store.add(
    box.onDidChangeValue(() => {
      narrow.schedule();
    }),
  );
  store.add(
    box.onDidAccept(() => {
      isKept = true;
      box.hide();
    }),
  );
  store.add(
    box.onDidHide(() => {
      store.dispose();
      view.filter = isKept ? box.value : before;
    }),
  );
  box.show();
  view.prepareFilter();
}
