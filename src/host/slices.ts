/** How long a slice may take, in ms: keys that are pressed meanwhile wait no longer. */
const slice = 8;

/** Acts on each of many items, and gives way to what else there is to do again and again. */
export async function inSlices<T>(items: Iterable<T>, act: (item: T) => void): Promise<void> {
  let end = Date.now() + slice;
  for (const item of items) {
    act(item);
    if (Date.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    end = Date.now() + slice;
  }
}
