import type { Problem } from '../check/problem';
import { ArticleText } from '../text/articleText';
import { FileIdentity, type BlobId } from '../text/blobId';
import { decodeUtf8 } from '../text/decode';

/** An article's file as annotating needs it: its words, and the names under which git may know it. */
export interface ArticleFile {
  readonly text: ArticleText;
  readonly identity: FileIdentity;
}

/** An article's file, or why there is none. */
export type ReadArticle =
  | { readonly article: ArticleFile; readonly problem?: undefined }
  | { readonly article?: undefined; readonly problem: Problem };

/** Reads the bytes of an article. Never throws: what is no UTF-8 text is one problem. */
export function readArticle(bytes: Uint8Array): ReadArticle {
  const decoded = decodeUtf8(bytes);
  if (decoded.problem) return decoded;
  return {
    article: { text: new ArticleText(decoded.text), identity: new FileIdentity(() => bytes) },
  };
}

/** Gives what git has under an id; undefined where it has nothing. */
export type ReadBlob = (id: BlobId) => Promise<Uint8Array | undefined>;

/** The texts of an article that can be read, with LF as ends of line, by their ids. */
export async function textsOf(
  ids: readonly BlobId[],
  readBlob: ReadBlob,
): Promise<ReadonlyMap<BlobId, string>> {
  const texts = new Map<BlobId, string>();
  for (const id of new Set(ids)) {
    const bytes = await readBlob(id);
    const old = bytes && readArticle(bytes).article;
    if (old) texts.set(id, old.text.text);
  }
  return texts;
}
