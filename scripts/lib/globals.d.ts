// What the benchmark keeps in the window of VS Code.
export {};

declare global {
  /** The long tasks of the window, in ms. */
  var longTasks: number[];
  /** How long the file that is being opened takes, in ms. */
  var opening: Promise<number>;
}
