import * as vscode from 'vscode';
import { typeWithKey, type Schema } from '../core/model/schema';

/** The type of entities that an argument of a command says, for keys: what is not said is asked. */
export interface TypeArgument {
  /** Its id. */
  readonly type?: string;
  /** Its key in the schema. */
  readonly key?: string;
}

/** The type that an argument says in a project; undefined where it says none, or a key that no type has. */
export function typeMeant({ type, key }: TypeArgument, schema: Schema): string | undefined {
  return type ?? (key === undefined ? undefined : typeWithKey(schema, key)?.id);
}

/** Says in the status bar that no type has a key. */
export function tellUnknownKey(key: string): void {
  const message = vscode.l10n.t('No entity type has the key “{0}”. H shows the keys.', key);
  vscode.window.setStatusBarMessage(message, 4000);
}
