import { problem, startOfFile, type Problem } from '../check/problem';

/** Articles above this size are not annotated: 10 MB is some five hundred times a long read. */
export const maxArticleBytes = 10_000_000;

export type Decoded =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: Problem };

/**
 * The text of a file that should be UTF-8: without its byte order mark, ends of line as they are.
 * Never throws; a file that is too large, binary or not UTF-8 gives one problem, whose span, in UTF-16
 * code units of the text as far as it could be read, says where.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const large = tooLarge(bytes.length);
  if (large) return { problem: large };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return failed('file-binary', bytes, nul, {});
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const at = firstInvalid(bytes);
    return failed('file-not-utf8', bytes, at, { byte: `0x${(bytes[at] ?? 0).toString(16)}` });
  }
}

/** The problem of a file of this size, in bytes, where it has one. */
export function tooLarge(size: number): Problem | undefined {
  if (size <= maxArticleBytes) return undefined;
  const detail = { size: megabytes(size), limit: megabytes(maxArticleBytes) };
  return problem('file-too-large', startOfFile, detail);
}

function failed(
  code: 'file-binary' | 'file-not-utf8',
  bytes: Uint8Array,
  byteOffset: number,
  detail: Record<string, string>,
): Decoded {
  const before = lossy(bytes.subarray(0, byteOffset));
  const lines = before.split(/\r\n?|\n/);
  const position = { line: lines.length - 1, column: lines[lines.length - 1]?.length ?? 0 };
  return { problem: problem(code, { start: position, end: position }, detail) };
}

/**
 * Where the bytes stop being UTF-8. The decoder does not say it, but it puts U+FFFD there: the first one
 * that the bytes themselves do not have.
 */
function firstInvalid(bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  const [replacement, mark] = [
    [0xef, 0xbf, 0xbd],
    [0xef, 0xbb, 0xbf],
  ];
  let at = startsWith(bytes, 0, mark) ? mark.length : 0;
  for (const valid of lossy(bytes).split('\uFFFD')) {
    at += encoder.encode(valid).length;
    if (!startsWith(bytes, at, replacement)) return at;
    at += replacement.length;
  }
  return bytes.length;
}

function startsWith(bytes: Uint8Array, at: number, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

/** The text with U+FFFD for what is not UTF-8. */
function lossy(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
