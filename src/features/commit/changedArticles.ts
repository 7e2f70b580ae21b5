import { articlePath, sidecarPath } from '../../core/sidecar/location';
import type { ChangedFile } from './gitStatus';

/** An article of which the file, the sidecar or both differ from the last commit. */
export interface ChangedArticle {
  /** The path of the article from the root of the repository, with slashes. */
  readonly path: string;
  readonly article?: ChangedFile;
  readonly sidecar?: ChangedFile;
}

/**
 * The articles that files which differ are, or are the sidecars of, by path.
 * @param annotated the paths of articles that have a sidecar: other files that differ are none
 */
export function changedArticles(
  files: readonly ChangedFile[],
  annotated: ReadonlySet<string>,
): ChangedArticle[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const paths = files.flatMap(({ path }) => {
    const article = articlePath(path);
    if (article !== undefined) return [article];
    return annotated.has(path) || byPath.has(sidecarPath(path)) ? [path] : [];
  });
  return [...new Set(paths)].sort().map((path) => {
    const [article, sidecar] = [byPath.get(path), byPath.get(sidecarPath(path))];
    return { path, ...(article && { article }), ...(sidecar && { sidecar }) };
  });
}

/** The one or two files of it that a commit takes. */
export function filesOf({ article, sidecar }: ChangedArticle): ChangedFile[] {
  return [article, sidecar].flatMap((file) => file ?? []);
}
