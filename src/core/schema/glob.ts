/**
 * Whether a path fits a glob pattern: `*` and `?` stay within a name, `**` goes over any number of folders,
 * `{a,b}` are alternatives. Both have slashes and are relative to the same folder.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return new RegExp(`^${sourceOf(pattern)}$`, 'u').test(path);
}

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};

function sourceOf(pattern: string): string {
  return pattern.replace(/\{[^{}]*\}|\*\*\/|\*\*|[^]/gu, (part) => {
    if (part.length > 1 && part.startsWith('{')) {
      return `(?:${part.slice(1, -1).split(',').map(sourceOf).join('|')})`;
    }
    return wildcards[part] ?? part.replace(/[\\^$.()[\]{}|+/]/, '\\$&');
  });
}
