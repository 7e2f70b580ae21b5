import * as vscode from 'vscode';
import { shortened } from '../../core/text/shortened';
import { ago } from '../../host/ago';
import type { GitCommit } from '../../host/git';
import { appendLinks, newCard, plain } from '../../workspace/entityCard';
import { shortHash, firstLineOf } from '../../workspace/sidecarVersions';
import type { Blame } from './blames';

/** Who made an annotation and who changed it last, with the way to what each did. @param article its URI */
export function blameCard(blame: Blame, article: string): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const card = newCard(['chiosa.compareAnnotations']);
  const { made, changed, olderThan, isNew, isChangedNow } = blame;
  if (isNew) card.appendMarkdown(`$(git-commit) ${plain(t('Not committed yet'))}`);
  if (made) card.appendMarkdown(`$(git-commit) ${lineOf(made)}`);
  else if (olderThan) {
    const since = t('Older than {0}', momentOf(olderThan));
    card.appendMarkdown(`$(git-commit) ${plain(since)}`);
  }
  if (changed) card.appendMarkdown(`  \n$(edit) ${plain(t('changed'))}: ${lineOf(changed)}`);
  if (isChangedNow) {
    card.appendMarkdown(`  \n$(edit) ${plain(t('changed since, not committed yet'))}`);
  }
  const last = changed ?? made;
  if (last) {
    const [parent = null] = last.parents;
    const label = t('before {0}', shortHash(last.hash));
    const argument = { uri: article, ref: parent, label };
    appendLinks(card, [[t('Compare'), 'chiosa.compareAnnotations', argument]]);
  }
  return card;
}

/** `Irene Tassoni, 3 days ago · a1b2c3d Annotate ponte.txt`. */
function lineOf(commit: GitCommit): string {
  const subject = shortened(firstLineOf(commit), 60);
  return `${plain(momentOf(commit))} · \`${shortHash(commit.hash)}\` ${plain(subject)}`;
}

function momentOf({ authorName, authorDate }: GitCommit): string {
  const when = authorDate ? [ago(authorDate, Date.now(), vscode.env.language)] : [];
  return [...(authorName === undefined ? [] : [authorName]), ...when].join(', ');
}
