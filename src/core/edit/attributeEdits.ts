import type { Entity, Extra, Mention, Quote } from '../model/annotation';
import type { ArticleFields } from '../model/annotationSet';
import type { Change } from '../model/change';

/** What an attribute says. */
export type AttributeValue = string | boolean;

/** Something that has attributes. */
export type Subject =
  | { readonly owner: 'entity'; readonly item: Entity }
  | { readonly owner: 'mention'; readonly item: Mention }
  | { readonly owner: 'quote'; readonly item: Quote }
  | { readonly owner: 'article'; readonly item: ArticleFields };

/** What the attribute of something says; undefined where it has none of that name. */
export function attributeValue({ item }: Subject, name: string): unknown {
  return item.extra && Object.hasOwn(item.extra, name) ? item.extra[name] : undefined;
}

/** The attribute says `value`; it is taken away where that is undefined. */
export function setAttribute(
  subject: Subject,
  name: string,
  value: AttributeValue | undefined,
): Change {
  switch (subject.owner) {
    case 'entity':
      return { entities: [replaced(subject.item, name, value)] };
    case 'mention':
      return { mentions: [replaced(subject.item, name, value)] };
    case 'quote':
      return { quotes: [replaced(subject.item, name, value)] };
    case 'article':
      return { article: replaced(subject.item, name, value) };
  }
}

/** A field of the article says `value`; it is taken away where that is undefined or empty. */
export function setArticleField<Name extends keyof Omit<ArticleFields, 'extra' | 'conflict'>>(
  fields: ArticleFields,
  name: Name,
  value: ArticleFields[Name],
): Change {
  const { [name]: _, ...others } = fields;
  const isEmpty = value === undefined || value.length === 0;
  return { article: { before: fields, after: isEmpty ? others : { ...others, [name]: value } } };
}

function replaced<T extends { readonly extra?: Extra }>(
  before: T,
  name: string,
  value: AttributeValue | undefined,
): { readonly before: T; readonly after: T } {
  const { extra, ...others } = before;
  const { [name]: _, ...kept } = extra ?? {};
  const after = value === undefined ? kept : { ...extra, [name]: value };
  const isPlain = Object.keys(after).length === 0;
  return { before, after: (isPlain ? others : { ...others, extra: after }) as T };
}
