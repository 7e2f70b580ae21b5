/** How long a slice may take, in ms: keys that are pressed meanwhile wait no longer. */
const slice = 8;

/** Acts on each of many items, one after the other, and gives way to what else there is to do again and again. */
export async function inSlices<T>(items: Iterable<T>, act: (item: T) => unknown): Promise<void> {
  let end = Date.now() + slice;
  for (const item of items) {
    const acting = act(item);
    if (acting instanceof Promise) await acting;
    if (Date.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    end = Date.now() + slice;
  }
}
