import * as vscode from 'vscode';
import type { Mistake } from '../../core/concordance/query';

/** What is wrong with a query and what would be right, in the user's language, with the column from 1. */
export function mistakeSentence(mistake: Mistake): string {
  const sentence = sentenceOf(mistake);
  if (mistake.code === 'nothing') return sentence;
  return vscode.l10n.t('Column {0}: {1}', mistake.start + 1, sentence);
}

function sentenceOf({ code, found, expected = [] }: Mistake): string {
  const { t } = vscode.l10n;
  const words = expected.join(', ');
  switch (code) {
    case 'nothing':
      return t('Write words, or what is to be found: entity:…, speaker:…, outlet:…');
    case 'open-phrase':
      return t('The phrase lacks its closing quotation mark.');
    case 'open-regex':
      return t('The regular expression lacks its closing slash.');
    case 'no-words':
      return t('There are no words between the quotation marks.');
    case 'bad-flag':
      return t('“{0}” is no flag here, or stands twice. Flags are {1}.', found, words);
    case 'bad-regex':
      return t('{0} is no regular expression.', found);
    case 'unknown-key':
      return t(
        '“{0}” is no field. Fields are {1}. Words with a colon stand in quotation marks.',
        found,
        words,
      );
    case 'no-value':
      return t('“{0}” lacks its value.', found);
    case 'bad-value':
      return t('It cannot be “{0}”, but {1}.', found, words);
    case 'bad-date':
      return t('“{0}” is no time: write 2024, 2024-03, 2024-03-05, or 2024-01..2024-03.', found);
  }
}
