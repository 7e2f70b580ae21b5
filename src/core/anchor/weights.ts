// What decides where the spans of a text stand in another one. All of it was measured on the development half
// of `npm run bench -- anchoring development`, with figures in docs/anchoring.md; lengths are UTF-16 code units
// of the folded text (see `FoldedText`) unless another unit is named.

/** When stretches of two texts at hand are the same passage. */
export const passages = {
  /** So many tokens that stand once in either text are the same passage, wherever they stand. */
  certainTokens: 8,
  /** So many are when they are whole sentences, or so long. */
  likelyTokens: 4,
  likelyLength: 30,
  /** Fewer that stand out of order are only where they left no gap and fill none, or are whole sentences. */
  movedTokens: 12,
  /** Between two passages that stayed, equal words are the same ones where the rest is no longer than this. */
  shortGap: 60,
  /** In a longer rest they are where they are so large a part of it. */
  share: 0.4,
  /** Or of the shorter one of both rests, where one has nearly nothing else. */
  shareOfShorter: 0.5,
  /** What was only put in or only taken out speaks so much less against words than what was replaced. */
  oneSided: 0.25,
  /** More differences between two rests than this are not looked at, in tokens: they are different passages. */
  maxDifferences: 400,
  /** Words that are moved are followed for so many tokens. */
  nearby: 120,
};

/** When a span of one text is there still in another one at hand. */
export const carried = {
  /** Of a span's words so large a part must be there as it was. */
  kept: 0.35,
  /** Otherwise words are the same, mended, where so large a part of their letters is. */
  similarity: 0.6,
  /** Words of one span that are farther apart than this by now, in tokens, are no longer one span. */
  farApart: 80,
  /** Words at the end of a span that are no longer than this, and than what was moved before them, have left it. */
  foreign: 30,
  /** Longer words than this are not compared letter by letter. */
  maxLetters: 400,
};

/** Where a selector is looked for when its words and all of its context are not there. */
export const search = {
  /** Pieces of a selector that are looked for, how far they are apart, and at most how many. */
  piece: 12,
  step: 6,
  maxPieces: 24,
  /** A piece that stands in more places than this says nothing. */
  maxPlaces: 12,
  /** So many of the most likely places are compared, if they have so large a part of the pieces that the best has. */
  maxCompared: 6,
  leastPieces: 0.34,
  /** Words that stand in more places than this are looked for by their context alone. */
  maxExact: 60,
  /** Words of such lengths are looked for with errors in so large a part of them. */
  leastWords: 4,
  shortWords: 40,
  maxErrors: 0.34,
  /** How far around a likely place changed words are looked for, and how far short ones. */
  room: 40,
  near: 16,
  /** A shorter context, in a selector, was not cut: its paragraph begins or ends there. */
  wholeContext: 16,
};

/**
 * What speaks for a place: one point for each code unit of context in the sentence of the words (see `Side`),
 * and what follows.
 */
export const evidence = {
  /** For a code unit of context in another sentence, which may have been replaced or moved by itself. */
  beyond: 0.4,
  /** For a paragraph that begins or ends where it should. */
  edge: 6,
  /** Against a place where the context of a side is another one; a part of it where a part of that is. */
  missing: 18,
  /** For the very words, for each code unit and at most, where they stand in other places too. */
  copied: { each: 0.25, most: 8 },
  /** The same where they stand in no other place that they could mean. */
  unique: { each: 0.5, most: 24 },
  /** For changed words, for each code unit of at most so many and each part that is more than `none` the same. */
  changed: { none: 0.4, most: 60 },
};

/** How much must speak for a place. */
export const thresholds = {
  /** For the very words, and for changed ones. */
  exact: 2,
  changed: 4,
  /** So much more than for any other place. */
  margin: 20,
  /** So much of changed words must be there; less where so much evidence speaks for them. */
  words: 0.6,
  lessWords: 0.45,
  strong: 28,
  /** On either side of short changed words so much of the context of their sentence must be there. */
  side: 0.25,
};
