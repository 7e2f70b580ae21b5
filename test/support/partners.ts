import { FoldedText } from '../../src/core/anchor/folded';
import { Partners } from '../../src/core/anchor/partners';
import { Tokens } from '../../src/core/anchor/tokens';

/** The words of two texts, none of which has a partner. */
export function partnersOf(oldText: string, newText: string): Partners {
  const vocabulary = new Map<string, number>();
  const [old, now] = [oldText, newText].map((text) => new Tokens(new FoldedText(text), vocabulary));
  if (!old || !now) throw new Error('two texts have two lists of tokens');
  return new Partners(old, now);
}
