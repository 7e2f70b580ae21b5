/** Numbers that look random and are the same each time: the generator of Park and Miller (1988). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
