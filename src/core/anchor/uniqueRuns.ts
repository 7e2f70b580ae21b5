/** Where each run of `count` free tokens stands in either text; -1 where it stands more than once. */
export function uniqueRuns(
  a: readonly number[],
  b: readonly number[],
  count: number,
  usedA: Int32Array,
  usedB: Int32Array,
): [Map<number, number>, Map<number, number>] {
  let [runsA, runsB]: [readonly number[], readonly number[]] = [a, b];
  for (let length = 1; length < count; length *= 2) {
    const names = new Map<number, number>();
    const paired = (runs: readonly number[]) =>
      runs.slice(0, Math.max(0, runs.length - length)).map((run, i) => {
        const pair = run * 0x4000000 + (runs[i + length] ?? 0);
        let name = names.get(pair);
        if (name === undefined) names.set(pair, (name = names.size));
        return name;
      });
    [runsA, runsB] = [paired(runsA), paired(runsB)];
  }
  return [placesOf(runsA, count, usedA), placesOf(runsB, count, usedB)];
}

function placesOf(runs: readonly number[], count: number, used: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  let free = 0;
  for (let end = 0; end < used.length; end += 1) {
    free = used[end] === -1 ? free + 1 : 0;
    const start = end + 1 - count;
    if (free < count) continue;
    const run = runs[start] ?? -1;
    places.set(run, places.has(run) ? -1 : start);
  }
  return places;
}
