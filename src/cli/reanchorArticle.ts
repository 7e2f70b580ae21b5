import path from 'node:path';
import { blocksWriting, type ProblemCode } from '../core/check/problem';
import { targetsOf } from '../core/model/annotationSet';
import type { ArticleFile } from '../core/sidecar/articleFile';
import type { ReadSidecar } from '../core/sidecar/read';
import { writeSidecar } from '../core/sidecar/write';
import { replaceFile } from '../node/replaceFile';
import { isAsRead, loadArticle, type LoadedArticle } from './articleFiles';
import { reported, unwritable, type ReportedProblem } from './report';
import type { Session } from './session';
import type { LocatedProblem } from './sourceFiles';

/** What became of the sidecar of one article. */
export interface Reanchored {
  /** What has no certain place, and what could not be read or written. */
  readonly problems: readonly ReportedProblem[];
  /** What was changed, or would be; undefined where the sidecar stays as it is. */
  readonly change?: Change;
}

/** The annotations of a sidecar, or their parts (a quote's content, cue and speaker), by what became of them. */
export interface Change {
  /** The path of the sidecar, as that of its article was given. */
  readonly sidecarFile: string;
  /** So many were written for another text and now have their places in this one. */
  readonly carried: number;
  readonly lost: number;
  readonly ambiguous: number;
}

/**
 * Writes the sidecar of an article for the article's present text, where it was written for another one. What
 * has no certain place stays as it was, with the id of its text. Never throws.
 * @param isDry whether nothing is written
 */
export async function reanchorArticle(
  file: string,
  session: Session,
  isDry: boolean,
): Promise<Reanchored> {
  const loaded = await loadArticle(file, session);
  const { sidecarFile, source, article, sidecar, read, problems } = loaded;
  const before = problems.filter(isOfPlaces);
  if (sidecarFile === undefined || !source || !article || !sidecar || !read) {
    return { problems: withoutPlaces(loaded).map(reported) };
  }
  const after = sidecar.writable ? rewritten(sidecar, article, source.text) : source.text;
  if (after === source.text) return { problems: before.map(reported) };
  const change = {
    sidecarFile,
    carried: carriedIn(sidecar, article),
    lost: before.filter(({ problem }) => problem.code === 'anchor-lost').length,
    ambiguous: before.filter(({ problem }) => problem.code === 'anchor-ambiguous').length,
  };
  if (isDry) return { problems: before.map(reported), change };
  // Somebody may have written either file meanwhile.
  if (!(await isAsRead(loaded, session.cwd))) return reanchorArticle(file, session, isDry);
  const failure = await write(sidecarFile, source.mark + after, session.cwd);
  if (failure) return { problems: [...before.map(reported), failure] };
  if (sidecar.unanchored.length === 0) return { problems: [], change };
  // Their lines are those of the sidecar as it now is.
  const left = read(after).problems.map((problem) => ({ file: sidecarFile, problem }));
  return { problems: left.filter(isOfPlaces).map(reported), change };
}

/** What is reported of an article that has no annotations to carry over. */
function withoutPlaces({ sidecarFile, problems }: LoadedArticle): LocatedProblem[] {
  return problems.filter(sidecarFile === undefined ? isUnreadable : isOfPlaces);
}

/** Puts a source in the place of a sidecar. Gives why it stands as it was, where that cannot be. */
async function write(
  file: string,
  source: string,
  cwd: string,
): Promise<ReportedProblem | undefined> {
  try {
    await replaceFile(path.resolve(cwd, file), new TextEncoder().encode(source));
    return undefined;
  } catch (error) {
    return unwritable(file, error);
  }
}

/** The source of a sidecar for the present text: the same where it was written for that, and nothing is found anew. */
function rewritten(sidecar: ReadSidecar, article: ArticleFile, source: string): string {
  const { set, textId } = sidecar;
  const isOfThisText = textId === undefined || article.identity.matches(textId);
  if (isOfThisText && carriedIn(sidecar, article) === 0) return source;
  return writeSidecar(set, article, { source, ...(textId !== undefined && { textId }) });
}

/** How many targets that were written for another text have a place. */
function carriedIn({ set, textId }: ReadSidecar, { identity }: ArticleFile): number {
  const isOther = (id: string | undefined) => id !== undefined && !identity.matches(id);
  const carried = targetsOf(set).filter(
    ({ spans, selectors }) => spans && selectors.some(({ text }) => isOther(text ?? textId)),
  );
  return carried.length;
}

/** Whether a problem says that something has no place, or why a sidecar cannot be written. */
function isOfPlaces({ problem }: LocatedProblem): boolean {
  const codes: readonly ProblemCode[] = ['anchor-lost', 'anchor-ambiguous', 'article-missing'];
  return codes.includes(problem.code) || blocksWriting([problem]);
}

function isUnreadable({ problem }: LocatedProblem): boolean {
  return problem.code === 'file-unreadable';
}
