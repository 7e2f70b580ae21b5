// Runs the host tests in the extension host of a VS Code for the desktop or of a server.
import Mocha from 'mocha';
import { loadTests, mochaOptions, printMarked, runAndReport } from './testReport';

/** VS Code calls this. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = printMarked;
  const mocha = new Mocha(mochaOptions);
  const only = process.env['TEST_GREP'];
  if (only) mocha.grep(new RegExp(only));
  // `describe`, `it` and the like become globals, as they do when mocha loads a test file by itself.
  // The tests are in this bundle, so here they are loaded after that.
  mocha.suite.emit('pre-require', globalThis, 'tests', mocha);
  await loadTests();
  await runAndReport(mocha);
}
