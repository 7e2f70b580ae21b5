import * as vscode from 'vscode';
import { argumentOf } from '../../host/commands';
import { demandRepository } from '../../host/git';
import type { Services } from '../../workspace/services';
import { articleUri, nameOf, sidecarUri } from '../../workspace/sidecarFile';
import { versionInFile, versionInGit, type SidecarVersion } from '../../workspace/sidecarVersions';
import type { Comparison } from './comparison';
import { pickVersion } from './pickVersion';

/** What a link or a key may say of what is compared. */
export interface CompareArgument {
  /** The article or its sidecar; by default that of the active editor. */
  readonly uri?: string;
  /** Any name of a commit; null for the time before the first one. */
  readonly ref?: string | null;
  /** How the version is called; by default as `ref`. */
  readonly label?: string;
  /** The URI of another sidecar, in the place of a commit. */
  readonly file?: string;
}

/** Compares an article’s annotations with a version that the user picks. @returns whether one was picked */
export async function compareAnnotations(
  { active }: Services,
  comparison: Comparison,
  argument: unknown,
): Promise<boolean> {
  const given: CompareArgument = argumentOf(argument);
  const uri = argument instanceof vscode.Uri ? argument : uriOf(given);
  const { article } = await active.demandShown(uri && (articleUri(uri) ?? uri));
  const version = (await versionMeant(article.uri, given)) ?? (await pickVersion(article.uri));
  if (!version) return false;
  await active.demand(article.uri);
  await comparison.start(article, version);
  return true;
}

function uriOf({ uri }: CompareArgument): vscode.Uri | undefined {
  return uri === undefined ? undefined : vscode.Uri.parse(uri);
}

async function versionMeant(
  article: vscode.Uri,
  { ref, label, file }: CompareArgument,
): Promise<SidecarVersion | undefined> {
  if (file !== undefined) {
    const uri = vscode.Uri.parse(file);
    return versionInFile(uri, label ?? nameOf(uri));
  }
  if (ref === undefined) return undefined;
  const sidecar = sidecarUri(article);
  return versionInGit(await demandRepository(sidecar), sidecar, ref ?? undefined, label);
}
