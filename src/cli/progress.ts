import type { Io } from './command';

/** A line is drawn so many milliseconds after the one before it, and the first one after the start. */
const interval = 250;

/** How far a long run is: one line on a terminal, written over and in the end taken away. */
export class Progress {
  /** Writes as the world of the command does, in the place of the line. */
  readonly io: Io;
  readonly #err: Io['err'];
  readonly #total: number;
  readonly #now: () => number;
  #last: number;
  #shown = '';

  /** @param now the time in milliseconds */
  constructor(io: Io, total: number, now: () => number = Date.now) {
    this.#err = io.err;
    this.io = {
      ...io,
      out: (text) => {
        this.clear();
        io.out(text);
      },
      err: (text) => {
        this.clear();
        io.err(text);
      },
    };
    this.#total = total;
    this.#now = now;
    this.#last = now();
  }

  /** So many are done. */
  show(done: number): void {
    if (!this.io.isTerminal || this.#now() - this.#last < interval) return;
    this.#last = this.#now();
    this.#shown = `${done} of ${this.#total} articles`;
    this.#err(`\r${this.#shown}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown === '') return;
    this.#err(`\r${' '.repeat(this.#shown.length)}\r`);
    this.#shown = '';
  }
}
