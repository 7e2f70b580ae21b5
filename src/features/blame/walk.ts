import type * as vscode from 'vscode';
import { trace, type Annotation, type Followed, type Traced } from '../../core/diff/trace';
import { emptySet, type AnnotationSet } from '../../core/model/annotationSet';
import type { ArticleFile } from '../../core/sidecar/articleFile';
import type { GitCommit, GitRepository } from '../../host/git';
import { UserError } from '../../host/userError';
import type { ArticleState } from '../../workspace/articleState';
import { sidecarUri } from '../../workspace/sidecarFile';
import { commitsOf, placedVersion, versionInGit } from '../../workspace/sidecarVersions';

/** So many commits are looked at, at most. */
export const mostCommits = 300;

/** Who made an annotation, and who changed it last. */
export interface Origin {
  /** Undefined where that was before all commits that were looked at. */
  readonly made?: GitCommit;
  /** The last commit that changed it, where that is not the one that made it. */
  readonly changed?: GitCommit;
  /** The earliest commit that was looked at, where that did not make it. */
  readonly olderThan?: GitCommit;
}

/** What is walked through. */
export interface WalkedArticle {
  readonly uri: vscode.Uri;
  readonly repository: GitRepository;
  /** The commit from which the walk goes back; undefined where there is none yet. */
  readonly head: string | undefined;
  readonly state: ArticleState & { readonly file: ArticleFile };
}

/**
 * A walk back through the commits that changed a sidecar, for all annotations that it has in the first of them: each is
 * followed by meaning, in the article’s present text, until the commit that brought it.
 */
export class Walk {
  readonly walked: WalkedArticle;
  /** The annotations as HEAD has them. */
  readonly set: Promise<AnnotationSet | undefined>;
  readonly #origins = new Map<Annotation, Origin>();
  /** Those who wait for the next that is known. */
  readonly #waiting: (() => void)[] = [];
  #isOver = false;
  #left = mostCommits;

  constructor(walked: WalkedArticle) {
    this.walked = walked;
    this.set = this.#setAt(walked.head);
    void this.#start().finally(() => {
      this.#isOver = true;
      this.#tell();
    });
  }

  /** Who made an annotation of `set`, as soon as that is known. */
  async originOf(item: Annotation): Promise<Origin> {
    while (!this.#origins.get(item)?.made && !this.#isOver) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.#origins.get(item) ?? {};
  }

  /** Ends the walk at the next commit. */
  cancel(): void {
    this.#left = 0;
  }

  async #start(): Promise<void> {
    const set = await this.set;
    if (!set) return;
    const all: readonly Annotation[] = [...set.mentions, ...set.quotes];
    const { repository, uri } = this.walked;
    const commits = await commitsOf(repository, sidecarUri(uri), { maxEntries: mostCommits });
    await this.#follow(new Map(all.map((each) => [each, each])), set, commits);
  }

  /** @param set as the first of the commits has it, which are one behind the other up to a merge */
  async #follow(followed: Followed, set: AnnotationSet, commits: readonly GitCommit[]) {
    let [now, rest] = [set, followed];
    for (const commit of commits) {
      if (rest.size === 0) return;
      const [parent, ...others] = commit.parents;
      if (others.length > 0) {
        await this.#followMerge(rest, now, commit);
        return;
      }
      const before = this.#left > 0 ? await this.#setAt(parent) : undefined;
      if (!before) {
        this.#leave(rest, commit);
        return;
      }
      this.#left -= 1;
      const { same, changed, added } = trace(rest, before, now);
      for (const item of changed.keys()) this.#noteChange(item, commit);
      for (const item of added) this.#note(item, { made: commit });
      this.#tell();
      [now, rest] = [before, new Map([...same, ...changed])];
    }
    const last = commits.at(-1);
    if (last) this.#leave(rest, last);
  }

  /** Follows each annotation to the first parent that has it as the merge does, or else to the first that has it. */
  async #followMerge(followed: Followed, set: AnnotationSet, merge: GitCommit): Promise<void> {
    const found = await Promise.all(merge.parents.map((parent) => this.#setAt(parent)));
    const sets = found.map((before) => before ?? emptySet);
    const traced = sets.map((before) => trace(followed, before, set));
    const ways = sets.map(() => new Map<Annotation, Annotation>());
    for (const item of followed.keys()) {
      const back = wayBack(item, traced);
      if (back) ways[back.at]?.set(item, back.was);
      if (!back) this.#note(item, { made: merge });
      else if (back.isChanged) this.#noteChange(item, merge);
    }
    const { repository, uri } = this.walked;
    for (const [at, way] of ways.entries()) {
      const [range, before] = [merge.parents[at], sets[at]];
      if (way.size === 0 || range === undefined || !before) continue;
      const commits = await commitsOf(repository, sidecarUri(uri), { range });
      await this.#follow(way, before, commits);
    }
  }

  /** What is followed no further, because of what was before a commit. */
  #leave(followed: Followed, olderThan: GitCommit): void {
    for (const item of followed.keys()) this.#note(item, { olderThan });
  }

  #tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #noteChange(item: Annotation, commit: GitCommit): void {
    if (!this.#origins.get(item)?.changed) this.#note(item, { changed: commit });
  }

  #note(item: Annotation, origin: Origin): void {
    this.#origins.set(item, { ...this.#origins.get(item), ...origin });
  }

  /** What a commit says; nothing where it does not have the sidecar, undefined where that cannot be read. */
  async #setAt(commit: string | undefined): Promise<AnnotationSet | undefined> {
    if (commit === undefined) return emptySet;
    const { uri, repository, state } = this.walked;
    try {
      const parsed = await versionInGit(repository, sidecarUri(uri), commit).read();
      return await placedVersion(uri, state, parsed);
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  }
}

/** The parent of a merge to which an annotation is followed, and as what. */
function wayBack(item: Annotation, traced: readonly Traced[]) {
  for (const way of ['same', 'changed'] as const) {
    const at = traced.findIndex((each) => each[way].has(item));
    const was = traced[at]?.[way].get(item);
    if (was) return { at, was, isChanged: way === 'changed' };
  }
  return undefined;
}
