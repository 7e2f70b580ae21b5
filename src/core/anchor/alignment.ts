import { matchGaps } from './gaps';
import { dropStray, matchMoved } from './moved';
import { Partners } from './partners';
import { matchUnique } from './passages';
import { slide } from './slide';
import type { Tokens } from './tokens';

/** Which token of an old text is which one of a new text. */
export class Alignment {
  /** For each token of the old text the index of the same one in the new text, or -1; and the other way. */
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
  /** For each token of the new text 1 where it was moved there by itself or with a few others, 0 elsewhere. */
  readonly moved: Uint8Array;

  constructor(oldTokens: Tokens, newTokens: Tokens, areOne: boolean) {
    const partners = new Partners(oldTokens, newTokens);
    [this.toNew, this.toOld] = [partners.toNew, partners.toOld];
    this.moved = new Uint8Array(newTokens.length);
    matchUnique(partners);
    matchGaps(partners, areOne);
    slide(this.toNew, this.toOld, oldTokens, newTokens);
    slide(this.toOld, this.toNew, newTokens, oldTokens);
    dropStray(partners, this.moved);
    matchMoved(partners, this.moved);
  }
}
