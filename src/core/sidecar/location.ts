/** How the name of a sidecar ends: `lavrov.txt` is annotated in `lavrov.txt.ann.yaml`. */
const sidecarSuffix = '.ann.yaml';

/** A glob pattern of all sidecars. */
export const sidecarPattern = `**/*${sidecarSuffix}`;

/** The path of the sidecar of an article. */
export function sidecarPath(article: string): string {
  return article + sidecarSuffix;
}

/** The path of the article that a sidecar annotates, or undefined where `path` is none of a sidecar. */
export function articlePath(path: string): string | undefined {
  return path.endsWith(sidecarSuffix) ? path.slice(0, -sidecarSuffix.length) : undefined;
}
