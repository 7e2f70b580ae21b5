/** What a project annotates: the entity types that its annotations may have. */
export interface Schema {
  readonly types: readonly EntityType[];
}

/** One type of entity. `id` is what a sidecar says. */
export interface EntityType {
  readonly id: string;
}

/** The types of a project that says nothing else. */
export const defaultSchema: Schema = {
  types: [
    { id: 'person' },
    { id: 'organization' },
    { id: 'location' },
    { id: 'event' },
    { id: 'work' },
    { id: 'other' },
  ],
};
