/** The single keys that are acts in annotation mode, and so none of types. */
export const keysOfActs: readonly string[] = Array.from('abcdfghjkmnqrsux');

/** The letters and digits that a type may still have for its key. */
export function freeKeys(taken: readonly (string | undefined)[]): string[] {
  return Array.from('abcdefghijklmnopqrstuvwxyz0123456789').filter(
    (key) => !keysOfActs.includes(key) && !taken.includes(key),
  );
}
