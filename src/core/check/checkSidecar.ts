import { wordsOf } from '../model/annotation';
import {
  attributesOf,
  isAllowed,
  type Attribute,
  type AttributeOwner,
  type Schema,
} from '../model/schema';
import type { ParsedSidecar } from '../sidecar/parse';
import type { Path } from '../sidecar/validate';
import type { QuoteData, TargetData } from '../sidecar/shape';
import type { ProblemReason } from './messages';
import { problem, type Problem, type ProblemCode } from './problem';
import { shortened } from '../text/shortened';
import { undecided } from './undecided';

/** What a well-formed sidecar says that a person should look at: it disagrees with itself or the schema. */
export function checkSidecar({ data, rangeOf }: ParsedSidecar, schema: Schema): Problem[] {
  const problems: Problem[] = [];
  const report = (what: Misuse['what'], path: Path, detail: Record<string, string>) =>
    problems.push(problem(what, rangeOf(path), detail));
  const types = schema.types.map(({ id }) => id);
  const kinds = schema.quoteKinds.map(({ id }) => id);
  const checkAttributes = (owner: AttributeOwner, data: object, path: Path, type?: string) => {
    for (const { what, attribute, detail } of misused(schema, owner, data, type)) {
      report(what, [...path, attribute], { attribute, ...detail });
    }
  };
  for (const { what, path, detail } of undecided(data)) report(what, path, detail);
  checkAttributes('article', data.article ?? {}, ['article']);
  for (const [id, entity] of Object.entries(data.entities ?? {})) {
    if (!types.includes(entity.type)) {
      report('unknown-type', ['entities', id, 'type'], {
        type: entity.type,
        types: types.join(', '),
      });
    }
    checkAttributes('entity', entity, ['entities', id], entity.type);
    entity.mentions?.forEach((mention, index) => {
      checkAttributes('mention', mention, ['entities', id, 'mentions', index], entity.type);
    });
    repeated(entity.mentions ?? []).forEach((index) => {
      const quote = shortened(mentionWords(entity.mentions?.[index]));
      report('duplicate-annotation', ['entities', id, 'mentions', index], { quote });
    });
  }
  const quotes = data.quotes ?? [];
  quotes.forEach((quote, index) => {
    const entity = quote.speaker?.entity;
    if (!kinds.includes(quote.kind)) {
      report('unknown-quote-kind', ['quotes', index, 'kind'], {
        kind: quote.kind,
        kinds: kinds.join(', '),
      });
    }
    checkAttributes('quote', quote, ['quotes', index]);
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

/** An attribute that something has and may not have, or not with that value. */
interface Misuse {
  readonly what: ProblemCode | ProblemReason;
  readonly attribute: string;
  readonly detail: Readonly<Record<string, string>>;
}

function misused(schema: Schema, owner: AttributeOwner, data: object, type?: string): Misuse[] {
  const values = new Map(Object.entries(data));
  const applicable = attributesOf(schema, owner, type);
  return schema.attributes[owner].flatMap((attribute): Misuse[] => {
    const { name, types = [] } = attribute;
    const value: unknown = values.get(name);
    if (!values.has(name)) return [];
    if (!applicable.includes(attribute)) {
      const detail = { type: type ?? '', types: types.join(', ') };
      return [{ what: 'misplaced-attribute', attribute: name, detail }];
    }
    if (isAllowed(attribute, value)) return [];
    return [{ ...unknownValue(attribute.values, JSON.stringify(value)), attribute: name }];
  });
}

function unknownValue(values: Attribute['values'], value: string): Pick<Misuse, 'what' | 'detail'> {
  if (typeof values === 'string') {
    return { what: `unknown-attribute-value/${values}`, detail: { value } };
  }
  return { what: 'unknown-attribute-value', detail: { value, values: values.join(', ') } };
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
