import type * as vscode from 'vscode';
import { trace, type Annotation, type Traced } from '../../core/diff/trace';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { openRepositoryOf } from '../../host/git';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import { isNearest } from '../../workspace/repositoryGit';
import { Walk, type Origin } from './walk';

/** Who made an annotation, as far as commits say it. */
export interface Blame extends Origin {
  /** Whether HEAD does not have it, or not as it is now. */
  readonly isNew: boolean;
  readonly isChangedNow: boolean;
}

/** Who made the annotations of articles, walked through once for each text and each HEAD. */
export class Blames {
  readonly #walks = new Map<string, Walk>();
  /** What became of the annotations of HEAD, by those that there are now. */
  readonly #traced = new WeakMap<AnnotationSet, { readonly head: AnnotationSet } & Traced>();

  /** Who made an annotation of an article’s present set; undefined where no repository can say. */
  async of(article: AnnotatedArticle, item: Annotation): Promise<Blame | undefined> {
    const walk = await this.#walkOf(article);
    const set = await walk?.set;
    if (!walk || !set) return undefined;
    const { same, changed } = this.#trace(set, article.state.set);
    const was = same.get(item) ?? changed.get(item);
    const isChangedNow = changed.has(item);
    const origin = was ? await walk.originOf(was) : {};
    return { ...origin, isNew: !was, isChangedNow };
  }

  /** Forgets what is known of an article. */
  forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#walks.get(key)?.cancel();
    this.#walks.delete(key);
  }

  dispose(): void {
    for (const walk of this.#walks.values()) walk.cancel();
  }

  #trace(head: AnnotationSet, now: AnnotationSet): Traced {
    const known = this.#traced.get(now);
    if (known?.head === head) return known;
    const all: readonly Annotation[] = [...now.mentions, ...now.quotes];
    const traced = { head, ...trace(new Map(all.map((each) => [each, each])), head, now) };
    this.#traced.set(now, traced);
    return traced;
  }

  async #walkOf({ uri, state }: AnnotatedArticle): Promise<Walk | undefined> {
    const key = uri.toString();
    const repository = await openRepositoryOf(uri);
    const { file } = state;
    // Without a HEAD, VS Code has not looked at it yet; before the first commit there is one that has no commit.
    if (!repository?.state.HEAD || !file) return undefined;
    if (!(await isNearest(repository, uri))) return undefined;
    const head = repository.state.HEAD.commit;
    const known = this.#walks.get(key);
    if (known && known.walked.head === head && known.walked.state.file.text.text === file.text.text)
      return known;
    known?.cancel();
    const walk = new Walk({ uri, repository, head, state: { ...state, file } });
    this.#walks.set(key, walk);
    return walk;
  }
}
