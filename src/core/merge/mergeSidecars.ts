import { problem, type Problem } from '../check/problem';
import { undecided } from '../check/undecided';
import type { AnnotationSet } from '../model/annotationSet';
import type { OldTexts } from '../sidecar/anchors';
import { patchYaml } from '../sidecar/patch';
import { parseSource, type ParsedSource } from '../sidecar/parseBlocks';
import type { ArticleFile } from '../sidecar/articleFile';
import { renderBlock, type YamlValue } from '../sidecar/render';
import { Writer } from '../sidecar/write';
import { parseYaml } from '../sidecar/yamlTokens';
import { ArticleText } from '../text/articleText';
import { FileIdentity } from '../text/blobId';
import { withCommentsOf } from './comments';
import { inLineOrder } from './lineOrder';
import { mergeSets } from './mergeSets';
import { placedIn, type Destination } from './placing';

/** Three sidecars of one article. Each can be read wholly; that of the base may be empty, where there was none. */
export interface ThreeSidecars {
  readonly base: ParsedSource;
  readonly ours: ParsedSource;
  readonly theirs: ParsedSource;
}

/** The sidecar that a merge gives. */
export interface MergedSidecar {
  readonly source: string;
  /** What is left to decide in it, also of merges before. */
  readonly conflicts: readonly Problem[];
}

/**
 * Merges what two sides have made of a sidecar, for one text: each annotation is carried over to that from the text
 * that it was written for. The source is that of ours, changed where it has to say something else, with the comments
 * that theirs has added.
 * @param article the article as it is after the merge; without it, annotations are told apart by how they are written
 */
export function mergeSidecars(
  sidecars: ThreeSidecars,
  article: ArticleFile | undefined,
  oldTexts: OldTexts,
): MergedSidecar {
  const source = mergedSource(sidecars, article, oldTexts);
  const parsed = parseSource(source);
  const conflicts = undecided(parsed.data).map(({ what, path, detail }) =>
    problem(what, parsed.rangeOf(path), detail),
  );
  return { source, conflicts };
}

function mergedSource(
  sidecars: ThreeSidecars,
  article: ArticleFile | undefined,
  oldTexts: OldTexts,
): string {
  const { base, ours, theirs } = sidecars;
  // Who has changed nothing has nothing to say of how it is written.
  const [frame, other] = ours.source === base.source ? [theirs, ours] : [ours, theirs];
  const isOfText = article ? article.identity.matches(frame.data.text ?? '') : true;
  const isUnchanged = other.source === base.source || other.source === frame.source;
  if (isUnchanged && isOfText) return frame.source;
  const known = [frame, other, base].find(({ data }) => data.text !== undefined)?.data.text;
  const textId = article ? article.identity.id(frame.data.text) : known;
  const destination = { article: article ?? nowhere, textId, oldTexts };
  const set = mergeSets({
    base: placedIn(base, destination),
    ours: placedIn(ours, destination),
    theirs: placedIn(theirs, destination),
  });
  const written = writtenIn(frame, other, set, destination);
  return withCommentsOf(other.source, { base: base.source, frame: frame.source, result: written });
}

/** An article in which nothing has a place. */
export const nowhere: ArticleFile = {
  text: new ArticleText(''),
  identity: new FileIdentity(() => new Uint8Array()),
};

/** The source that says a set, in the canonical form where the one before is. */
function writtenIn(
  { source, data: before }: ParsedSource,
  other: ParsedSource,
  set: AnnotationSet,
  { article, textId }: Destination,
): string {
  const data = new Writer(article, textId ?? '', textId ?? '').sidecar(set);
  if (textId === undefined) delete data['text'];
  // Where nothing has a place, the lines stand in the only order that is known.
  if (article === nowhere) return patchYaml(source, inLineOrder(data, before, other.data));
  return isCanonical(source) ? renderBlock(data, [], 0) : patchYaml(source, data);
}

/** Whether a source has the form that Chiosa gives to what it says, and no comments. */
function isCanonical(source: string): boolean {
  if (source === '') return true;
  const data = parseYaml(source).toJS() as Readonly<Record<string, YamlValue>> | null;
  return data !== null && renderBlock(data, [], 0) === source;
}
