import { filled } from '../text/filled';
import type { Translate } from './messages';

/** Why the check before commits cannot be put into a repository’s hook: halves of sentences, `{file}` being hook or folder. */
export const hookRefusals = {
  'for-all': 'core.hooksPath ({file}) is set for all repositories',
  outside: 'core.hooksPath ({file}) is outside of this repository',
  link: '{file} is a link, or no file',
  'no-script': '{file} is no shell script',
  'not-executable': '{file} is not executable, so that git does not run it',
} as const;

/** Why, and of which hook or folder of hooks. */
export interface HookRefusal {
  readonly reason: keyof typeof hookRefusals;
  readonly file: string;
}

/** Why, to a person, in English unless it is translated. */
export function refusalText(
  { reason, file }: HookRefusal,
  translate: Translate = (english) => english,
): string {
  return filled(translate(hookRefusals[reason]), { file });
}
