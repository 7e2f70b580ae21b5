// Runs the host tests in the web worker extension host of a VS Code in the browser.
import 'mocha/mocha';
import { loadTests, mochaOptions, printMarked, runAndReport } from './testReport';

/** VS Code calls this. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = printMarked;
  mocha.setup(mochaOptions);
  const only = process.env['TEST_GREP']; // scripts/lib/webExtension.mjs puts it there
  if (only) mocha.grep(new RegExp(only));
  await loadTests();
  await runAndReport(mocha);
}
