import { wordsOf } from '../model/annotation';
import type { Schema } from '../model/schema';
import type { ParsedSidecar } from '../sidecar/parse';
import type { Path } from '../sidecar/validate';
import type { QuoteData, TargetData } from '../sidecar/shape';
import { problem, type Problem } from './problem';
import { shortened } from '../text/shortened';

/** What a well-formed sidecar says that a person should look at: it disagrees with itself or the schema. */
export function checkSidecar({ data, rangeOf }: ParsedSidecar, schema: Schema): Problem[] {
  const problems: Problem[] = [];
  const report = (code: Problem['code'], path: Path, detail: Record<string, string>) =>
    problems.push(problem(code, rangeOf(path), detail));
  const types = schema.types.map(({ id }) => id);
  for (const [id, entity] of Object.entries(data.entities ?? {})) {
    if (!types.includes(entity.type)) {
      report('unknown-type', ['entities', id, 'type'], {
        type: entity.type,
        types: types.join(', '),
      });
    }
    repeated(entity.mentions ?? []).forEach((index) => {
      const quote = shortened(mentionWords(entity.mentions?.[index]));
      report('duplicate-annotation', ['entities', id, 'mentions', index], { quote });
    });
  }
  const quotes = data.quotes ?? [];
  quotes.forEach((quote, index) => {
    const entity = quote.speaker?.entity;
    if (quote.speaker === undefined) {
      report('quote-without-speaker', ['quotes', index], { quote: shortened(contentWords(quote)) });
    } else if (typeof entity === 'string' && !Object.hasOwn(data.entities ?? {}, entity)) {
      report('unknown-entity', ['quotes', index, 'speaker', 'entity'], { entity });
    }
  });
  repeated(quotes).forEach((index) => {
    const quote = quotes[index];
    const words = quote ? shortened(contentWords(quote)) : '';
    report('duplicate-annotation', ['quotes', index], { quote: words });
  });
  return problems;
}

/** The indices of the items that say the same as one before them. */
function repeated(items: readonly unknown[]): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = JSON.stringify(item);
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [index] : [];
  });
}

function contentWords({ content }: QuoteData): string {
  return wordsOf({ selectors: content });
}

function mentionWords(target: TargetData | undefined): string {
  if (!target) return '';
  return wordsOf({ selectors: target.spans ?? [target] });
}
