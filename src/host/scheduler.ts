/** Runs a task once, `delay` ms after the last of several requests. */
export class Scheduler {
  readonly #task: () => void;
  readonly #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(delay: number, task: () => void) {
    this.#delay = delay;
    this.#task = task;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#task, this.#delay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
