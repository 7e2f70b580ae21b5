import { problem, type Problem } from '../check/problem';

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
  if (bytes.length > maxArticleBytes) {
    return failed('file-too-large', bytes, 0, {
      size: megabytes(bytes.length),
      limit: megabytes(maxArticleBytes),
    });
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return failed('file-binary', bytes, nul, {});
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // The decoder does not say where: it is where decoding and encoding again first differs.
    const again = new TextEncoder().encode(lossy(bytes));
    const at = bytes.findIndex((byte, index) => byte !== again[index]);
    return failed('file-not-utf8', bytes, at, { byte: `0x${(bytes[at] ?? 0).toString(16)}` });
  }
}

function failed(
  code: 'file-too-large' | 'file-binary' | 'file-not-utf8',
  bytes: Uint8Array,
  byteOffset: number,
  detail: Record<string, string>,
): Decoded {
  const before = lossy(bytes.subarray(0, byteOffset));
  const lines = before.split(/\r\n?|\n/);
  const position = { line: lines.length - 1, column: lines[lines.length - 1]?.length ?? 0 };
  return { problem: problem(code, { start: position, end: position }, detail) };
}

function lossy(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
