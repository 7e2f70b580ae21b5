import * as vscode from 'vscode';
import type { Translate } from '../core/check/messages';

/** Gives what the core says, which has only English, in the user's language. */
export const translate: Translate = (english) => vscode.l10n.t(english);
