import type { Entity, Mention, Quote } from '../model/annotation';
import type { ArticleFields } from '../model/annotationSet';
import type { FurtherKeys } from '../model/change';

/** The two versions of what is in both. */
export interface Versions<T> {
  readonly before: T;
  readonly after: T;
  /** What differs: keys of the sidecar, but `words` for where something stands, and `id` for that of an entity. */
  readonly parts: readonly string[];
}

type AddedOrRemoved<T> =
  | { readonly change: 'added'; readonly after: T }
  | { readonly change: 'removed'; readonly before: T };

/** What is in both and otherwise. */
export type Changed<T> = { readonly change: 'changed' } & Versions<T>;

/** What has become of an annotation. */
export type ItemDifference<T> = AddedOrRemoved<T> | Changed<T>;

/** One thing that two sets have otherwise. */
export type Difference =
  /** The fields of the article, or the unknown keys at the top of the sidecar. */
  | ({ readonly thing: 'article' } & Changed<ArticleFields>)
  | ({ readonly thing: 'sidecar' } & Changed<FurtherKeys>)
  | ({ readonly thing: 'entity' } & (ItemDifference<Entity> | Renamed))
  | ({ readonly thing: 'mention' } & ItemDifference<Mention>)
  | ({ readonly thing: 'quote' } & ItemDifference<Quote>);

/** An entity that has another name or id is renamed; one that is described by another one now is merged into that. */
type Renamed = { readonly change: 'renamed' | 'merged' } & Versions<Entity>;

export type ChangeKind = Difference['change'];

/** A difference of what is in both sets, under the same name. */
export type ChangedThing = Extract<Difference, { readonly change: 'changed' }>;

/** A difference of what is in both sets, under the same name or another one. */
export type VersionedThing = Extract<Difference, Versions<unknown>>;

/** What a difference is of: as it is now, or as it was where it is removed. */
export function itemOf<T>(
  difference:
    | { readonly change: 'removed'; readonly before: T }
    | { readonly change: Exclude<ChangeKind, 'removed'>; readonly after: T },
): T {
  return difference.change === 'removed' ? difference.before : difference.after;
}
