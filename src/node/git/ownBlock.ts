// Lines of our own in a file of somebody else, between two marks, by which they are found and taken out again.

const begin = '# chiosa git install: begin';
const end = '# chiosa git install: end';
/** Behind the first mark, where the file was not there before. */
const newFile = ' (a file of its own)';

/** The source with the lines in it, in place of those of an earlier time. @param source undefined where there is no file */
export function withBlock(source: string | undefined, lines: readonly string[]): string {
  const isNew = source === undefined || isOwnFile(source);
  const before = withoutBlock(source ?? '') ?? '';
  const shebang = /^#![^\n]*\n/.exec(before)?.[0] ?? '';
  const block = [begin + (isNew ? newFile : ''), ...lines, end].map((line) => `${line}\n`).join('');
  return shebang + block + before.slice(shebang.length);
}

/** The source as it is without the lines; undefined where the file is there for these only. */
export function withoutBlock(source: string): string | undefined {
  const start = source.search(new RegExp(`^${begin}`, 'm'));
  const last = source.indexOf(`${end}\n`, start);
  if (start < 0 || last < 0) return source;
  const rest = source.slice(0, start) + source.slice(last + end.length + 1);
  return isOwnFile(source) && (rest === '' || rest === shellShebang) ? undefined : rest;
}

/** What begins a shell script of our own. */
export const shellShebang = '#!/bin/sh\n';

function isOwnFile(source: string): boolean {
  return source.includes(`${begin}${newFile}\n`);
}
