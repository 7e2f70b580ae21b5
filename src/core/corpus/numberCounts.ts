/** How often numbers from 0 on are counted. Of nearly all that a corpus counts there is only one, which costs little. */
export class Counts {
  #first = -1;
  #count = 0;
  #others: Map<number, number> | undefined;

  /** How many numbers are counted at all. */
  get size(): number {
    return (this.#count > 0 ? 1 : 0) + (this.#others?.size ?? 0);
  }

  /** Counts one more. @returns how often it is counted now */
  up(number: number): number {
    if (this.size === 0) this.#first = number;
    if (number === this.#first) return (this.#count += 1);
    this.#others ??= new Map();
    const count = (this.#others.get(number) ?? 0) + 1;
    this.#others.set(number, count);
    return count;
  }

  /** Counts one less of what has been counted. @returns how often it is counted now */
  down(number: number): number {
    if (number === this.#first) return (this.#count = Math.max(this.#count - 1, 0));
    const count = (this.#others?.get(number) ?? 0) - 1;
    if (count > 0) this.#others?.set(number, count);
    else this.#others?.delete(number);
    return Math.max(count, 0);
  }

  /** The numbers that are counted, and how often. */
  get entries(): (readonly [number: number, count: number])[] {
    const first = [[this.#first, this.#count] as const];
    return [...(this.#count > 0 ? first : []), ...(this.#others ?? [])];
  }
}
