import * as vscode from 'vscode';
import { platform } from '#platform';
import type { Problem } from '../core/check/problem';
import { placedIn } from '../core/merge/placing';
import type { AnnotationSet } from '../core/model/annotationSet';
import type { OldTexts } from '../core/sidecar/anchors';
import { textsOf, type ArticleFile } from '../core/sidecar/articleFile';
import type { ParsedSource } from '../core/sidecar/parseBlocks';
import { textsWanted } from '../core/sidecar/read';
import type { GitCommit, GitRepository } from '../host/git';
import { UserError } from '../host/userError';
import { wholeContent, type ArticleState } from './articleState';
import { localizedMessage } from './problemMessage';
import { readFileIfThere } from './sidecarFile';
import { blobsOf } from './unmergedSidecar';

/** A version of a sidecar, in git or elsewhere. */
export interface SidecarVersion {
  /** What it is called where it is shown. */
  readonly label: string;
  /** The repository that has it; its refs may move. */
  readonly repository?: GitRepository;
  /** What it says; nothing where it was not there. @throws {UserError} where that cannot be read wholly */
  read(): Promise<ParsedSource>;
}

/** A sidecar as a commit has it. @param ref any name of the commit; undefined for the time before the first one */
export function versionInGit(
  repository: GitRepository,
  sidecar: vscode.Uri,
  ref: string | undefined,
  label = ref ?? '',
): SidecarVersion {
  const read = async () => {
    const bytes = ref === undefined ? undefined : await bytesAt(repository, sidecar, ref);
    // A name that git does not know any more is not a version without annotations.
    if (!bytes && ref !== undefined) await demandCommit(repository, ref);
    return wholeSource(bytes, label);
  };
  return { label, repository, read };
}

/** A sidecar as a file has it. */
export function versionInFile(sidecar: vscode.Uri, label: string): SidecarVersion {
  return { label, read: async () => wholeSource(await readFileIfThere(sidecar), label) };
}

/** What a version says of an article that has this text by now, with its places there. */
export async function placedVersion(
  article: vscode.Uri,
  { file, oldTexts, textId }: ArticleState & { readonly file: ArticleFile },
  parsed: ParsedSource,
): Promise<AnnotationSet> {
  const former: OldTexts = (id) => oldTexts?.(id);
  const texts = await textsOf(textsWanted(parsed, file, former), blobsOf(article));
  const known: OldTexts = (id) => texts.get(id) ?? former(id);
  const id = file.identity.id(textId ?? parsed.data.text);
  return placedIn(parsed, { article: file, textId: id, oldTexts: known });
}

/** The commits that changed a file, the latest first; none where there is no commit yet. */
export async function commitsOf(
  repository: GitRepository,
  file: vscode.Uri,
  range: { readonly maxEntries: number } | { readonly range: string },
): Promise<readonly GitCommit[]> {
  const { path } = repository.rootUri;
  const inRepository = file.path.startsWith(`${path}/`)
    ? file.path.slice(path.length + 1)
    : undefined;
  // A name with an asterisk is that of one file.
  const literal = inRepository === undefined ? file.fsPath : `:(top,literal)${inRepository}`;
  return repository.log({ path: literal, ...range }).catch(() => []);
}

/** So many digits of a commit’s name are shown. */
const shown = 7;

export function shortHash(hash: string): string {
  return hash.slice(0, shown);
}

/** The first line of a commit’s message. */
export function firstLineOf({ message }: GitCommit): string {
  return message.split('\n', 1)[0] ?? '';
}

async function bytesAt(
  repository: GitRepository,
  sidecar: vscode.Uri,
  ref: string,
): Promise<Uint8Array | undefined> {
  const bytes = await platform.readAt(sidecar, ref);
  if (bytes) return bytes;
  const isThere = await repository.getObjectDetails(ref, sidecar.fsPath).then(
    () => true,
    () => false,
  );
  if (isThere) {
    throw new UserError(vscode.l10n.t('The annotations of {0} cannot be read from git.', ref));
  }
  return undefined;
}

/** @throws {UserError} where a name is that of no commit; HEAD may have none yet */
async function demandCommit(repository: GitRepository, ref: string): Promise<void> {
  const { HEAD } = repository.state;
  if (ref === 'HEAD' && HEAD && HEAD.commit === undefined) return;
  await repository.getCommit(ref).catch((cause: unknown) => {
    const message = vscode.l10n.t('Git does not know {0}. Compare with another version.', ref);
    throw new UserError(message, undefined, { cause });
  });
}

/** The source of a sidecar. @throws {UserError} where some of what it says would be lost */
function wholeSource(bytes: Uint8Array | undefined, label: string): ParsedSource {
  const { parsed, problem } = wholeContent(bytes);
  if (!parsed) throw unreadableVersion(label, problem);
  return parsed;
}

function unreadableVersion(label: string, problem: Problem): UserError {
  return new UserError(
    vscode.l10n.t('The annotations of {0} cannot be read. {1}', label, localizedMessage(problem)),
  );
}
