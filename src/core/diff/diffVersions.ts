import { readArticle, textsOf, type ArticleFile, type ReadBlob } from '../sidecar/articleFile';
import type { ParsedSource } from '../sidecar/parseBlocks';
import { textsWanted } from '../sidecar/read';
import type { BlobId } from '../text/blobId';
import { diffSidecars, type SidecarDifference } from './diffSidecars';

/**
 * What has changed from one version of a sidecar to another by meaning, for the text that the later one names, with the
 * texts that git has of the article. A version may be empty, where there is no sidecar.
 * @param beside the article as it is now, where there is one
 */
export async function diffVersions(
  before: ParsedSource,
  after: ParsedSource,
  beside: ArticleFile | undefined,
  readBlob: ReadBlob,
): Promise<SidecarDifference> {
  const article = await articleOfText(beside, after.data.text ?? before.data.text, readBlob);
  const wanted = [before, after].flatMap((each) =>
    article ? textsWanted(each, article, () => undefined) : [],
  );
  const texts = await textsOf(wanted, readBlob);
  return diffSidecars(before, after, article, (id) => texts.get(id));
}

/** The article with the text of an id, as it is now or else from git; as it is now where that is not known. */
async function articleOfText(
  beside: ArticleFile | undefined,
  id: BlobId | undefined,
  readBlob: ReadBlob,
): Promise<ArticleFile | undefined> {
  if (id === undefined || beside?.identity.matches(id)) return beside;
  const bytes = await readBlob(id);
  return (bytes && readArticle(bytes).article) ?? beside;
}
