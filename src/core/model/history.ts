/**
 * What was done and what was taken back, newest last. Steps are opaque here; who makes them undoes them.
 * A step moves from one list to the other only after its undoing has succeeded.
 */
export class History<Step> {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];

  /** Remembers a step that was just made; what had been taken back can no longer be redone. */
  record(step: Step): void {
    this.#done.push(step);
    this.#undone.length = 0;
  }

  /** The step that `undone` would move. */
  get nextUndo(): Step | undefined {
    return this.#done[this.#done.length - 1];
  }

  /** The step that `redone` would move. */
  get nextRedo(): Step | undefined {
    return this.#undone[this.#undone.length - 1];
  }

  /** The newest step has been taken back. */
  undone(): void {
    const step = this.#done.pop();
    if (step !== undefined) this.#undone.push(step);
  }

  /** The step last taken back has been made again. */
  redone(): void {
    const step = this.#undone.pop();
    if (step !== undefined) this.#done.push(step);
  }

  /** Puts other steps in the place of one, or none where it can no longer be made or taken back. */
  replace(step: Step, ...others: readonly Step[]): void {
    for (const list of [this.#done, this.#undone]) {
      const at = list.lastIndexOf(step);
      if (at >= 0) list.splice(at, 1, ...others);
    }
  }
}
