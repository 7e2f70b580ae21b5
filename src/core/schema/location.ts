/** The name of a project's schema, in the project's root. */
export const schemaFileName = 'chiosa.yaml';
