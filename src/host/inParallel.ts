/** How many at a time: while VS Code gives or writes one file, others are looked at. */
const atOnce = 16;

/**
 * Acts on each of the items, several at a time, begun in their order. Where one fails, no further one is
 * begun; those under way are waited for, and then the first failure is thrown.
 */
export async function inParallel<T>(
  items: readonly T[],
  act: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      if (failures.length > 0) return;
      try {
        await act(item, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) throw failures[0];
}
