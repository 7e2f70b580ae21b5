// What the benchmark keeps in the window of VS Code.
export {};

declare global {
  /** The long tasks of the window, in ms. */
  var longTasks: number[];
  /** When the text and the first marks of the file that is being opened were there, in ms. */
  var opening: Promise<{ text: number; marks: number }>;
  /** How long it took until a row of a tree had rows below it, in ms. */
  var expansion: Promise<number>;
}
