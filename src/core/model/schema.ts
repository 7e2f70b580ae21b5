/** What a project annotates: the entity types that its annotations may have. */
export interface Schema {
  readonly types: readonly EntityType[];
}

/** One type of entity. `id` is what a sidecar says. */
export interface EntityType {
  readonly id: string;
  /** The single key that annotates as this type: a letter in lower case or a digit. */
  readonly key?: string;
}

/** The types of a project that says nothing else. */
export const defaultSchema: Schema = {
  types: [
    { id: 'person', key: 'p' },
    { id: 'organization', key: 'o' },
    { id: 'location', key: 'l' },
    { id: 'event', key: 'e' },
    { id: 'work', key: 'w' },
    { id: 'other', key: 't' },
  ],
};
