import * as vscode from 'vscode';
import { mergeVersions } from '../../core/merge/mergeVersions';
import type { ShownArticle } from '../../workspace/activeArticle';
import { demandMergeable } from '../../workspace/demandWritable';
import type { Services } from '../../workspace/services';
import { articleUri, nameOf, readFileIfThere } from '../../workspace/sidecarFile';
import { blobsOf, readUnmerged, type Unmerged } from '../../workspace/unmergedSidecar';
import type { NamesOfSides } from './sideNames';
import { stageSidecar, tellWhatIsLeft } from './whatIsLeft';

/** The argument of `chiosa.mergeSidecar`: an article or its sidecar, as a lens or VS Code's list of changed files gives it. */
export interface MergeArgument {
  readonly uri?: vscode.Uri;
  readonly resourceUri?: vscode.Uri;
}

/** Merges the annotations of an article by their meaning, where git could not merge the lines of its sidecar. */
export async function mergeSidecar(
  services: Services,
  sides: NamesOfSides,
  { uri, resourceUri }: MergeArgument,
): Promise<void> {
  const meant = uri ?? resourceUri;
  const shown = await services.active.demandShown(meant && (articleUri(meant) ?? meant));
  const { article, state } = shown;
  demandMergeable(article.uri, state);
  const before = await readFileIfThere(article.sidecar);
  const unmerged = await readUnmerged(article.sidecar, before);
  switch (unmerged.kind) {
    case 'versions':
      if (unmerged.names) await sides.remember(article.sidecar, unmerged.names);
      return merge(services, shown, before, unmerged);
    case 'removed':
      return keepOrRemove(services, shown, sides, before, unmerged.by);
    case 'merged':
      return tellWhatIsLeft(article, vscode.l10n.t('Git has left no conflict in this sidecar.'));
  }
}

async function merge(
  { articles }: Services,
  { article, file }: ShownArticle,
  before: Uint8Array | undefined,
  { sidecars, encode }: Extract<Unmerged, { kind: 'versions' }>,
): Promise<void> {
  const { uri } = article;
  const { source } = await mergeVersions(sidecars, file, blobsOf(uri));
  await articles.replaceSidecar({ uri, before, after: encode(source) });
  await tellWhatIsLeft(
    article,
    vscode.l10n.t('The annotations of both sides are merged in {0}.', nameOf(article.sidecar)),
  );
}

/** One side has removed the sidecar: what the other has made of it stays, or goes too. */
async function keepOrRemove(
  { articles }: Services,
  { article, state }: ShownArticle,
  sides: NamesOfSides,
  before: Uint8Array | undefined,
  by: 'ours' | 'theirs',
): Promise<void> {
  const { t } = vscode.l10n;
  const names = await sides.of(article.sidecar);
  const remover = names[by] ?? (by === 'ours' ? t('ours') : t('theirs'));
  const figures = t(
    'mentions: {0}, quotes: {1}',
    state.set.mentions.length,
    state.set.quotes.length,
  );
  const keep = {
    label: t('Keep the Annotations'),
    description: figures,
    iconPath: new vscode.ThemeIcon('check'),
  };
  const remove = { label: t('Remove the Sidecar'), iconPath: new vscode.ThemeIcon('trash') };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>([keep, remove], {
    title: nameOf(article.sidecar),
    placeHolder: t('One side ({0}) has removed this sidecar, the other has changed it.', remover),
  });
  if (!picked) return;
  const { uri } = article;
  if (picked === remove) await articles.replaceSidecar({ uri, before, after: undefined });
  await stageSidecar(article.sidecar);
}
