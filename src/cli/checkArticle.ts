import { summaryOf, type ArticleSummary } from '../core/corpus/articleSummary';
import { loadArticle } from './articleFiles';
import type { Session } from './session';
import type { LocatedProblem } from './sourceFiles';

/** What is wrong with one article, and what its sidecar says, to be held against others. */
export interface Checked {
  readonly problems: readonly LocatedProblem[];
  /** Undefined where there is none, or none that can be read with its article. */
  readonly sidecar?: { readonly file: string; readonly summary: ArticleSummary };
}

/** Looks at one article and its sidecar. Never throws. */
export async function checkArticle(file: string, session: Session): Promise<Checked> {
  const { sidecarFile, sidecar, problems } = await loadArticle(file, session);
  if (sidecarFile === undefined || !sidecar) return { problems };
  return { problems, sidecar: { file: sidecarFile, summary: summaryOf(sidecar.set) } };
}
