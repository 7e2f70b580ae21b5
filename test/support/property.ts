import fc from 'fast-check';
import process from 'node:process';

/** The least number of random cases that a property is tried on. */
export const defaultRuns = 1_000;

/**
 * A test that a property holds for random cases. They are the same each time, so that a build that passed
 * does not fail by itself; `FC_SEED=2 FC_RUNS=20000 npm test -- --only unit` looks for trouble elsewhere.
 */
export function itHolds<T>(
  title: string,
  cases: fc.Arbitrary<T>,
  holds: (value: T) => void,
  runs = defaultRuns,
): void {
  it(title, function () {
    this.timeout(0); // how long it takes depends on FC_RUNS, and on what else the machine does
    const property = fc.property(cases, (value) => {
      holds(value);
    });
    fc.assert(property, {
      numRuns: Number(process.env['FC_RUNS'] ?? runs),
      seed: Number(process.env['FC_SEED'] ?? 1),
    });
  });
}
