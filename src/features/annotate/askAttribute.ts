import * as vscode from 'vscode';
import type { AttributeValue } from '../../core/edit/attributeEdits';
import type { Attribute } from '../../core/model/schema';

/** What the user has chosen: a value, or that there is none. */
export interface Answer {
  readonly value: AttributeValue | undefined;
}

interface Choice<Word> {
  readonly placeHolder?: string | undefined;
  /** What the user reads for a word; without it, the word. */
  readonly nameOf?: (word: Word) => string;
}

/** Asks what an attribute is to say; turns a boolean round. Undefined where the user gives up. */
export async function askAttribute(
  { name, values, description }: Attribute,
  present: unknown,
): Promise<Answer | undefined> {
  if (values === 'boolean') return { value: present === true ? undefined : true };
  const written = typeof present === 'string' ? present : '';
  if (values === 'text') {
    const text = await vscode.window.showInputBox({
      title: name,
      value: written,
      prompt: description ?? vscode.l10n.t('Leave it empty to remove it.'),
    });
    return text === undefined ? undefined : { value: text.trim() || undefined };
  }
  return askOneOf(name, values, written, { placeHolder: description });
}

/** Asks for one of some words, or for none. Undefined where the user gives up. */
export async function askOneOf<Word extends string>(
  title: string,
  words: readonly Word[],
  present: string | undefined,
  { placeHolder = vscode.l10n.t('Choose a value'), nameOf }: Choice<Word> = {},
): Promise<{ readonly value: Word | undefined } | undefined> {
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { value?: Word }>(
    [
      ...words.map((value) => ({
        label: nameOf?.(value) ?? value,
        ...(value === present && { description: vscode.l10n.t('now') }),
        value,
      })),
      { label: vscode.l10n.t('None'), iconPath: new vscode.ThemeIcon('circle-slash') },
    ],
    { title, placeHolder },
  );
  return picked && { value: picked.value };
}

/** What an attribute or a field says, for a list; undefined where it says nothing. */
export function asWords(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
