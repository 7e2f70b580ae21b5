import * as z from 'zod';
import type { ProblemReason } from '../check/messages';

// Whatever defines a shape imports this for what it does: Zod must not compile validators at run time,
// since extension hosts in browsers forbid it, and what it says of a misfit is to be the name of a reason,
// for which there is a sentence in each language.
z.config({ jitless: true, customError: reasonFor });

/** What is wrong with a value; undefined where there is no sentence for that alone. */
function reasonFor(issue: z.core.$ZodRawIssue): ProblemReason | undefined {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'invalid-value/missing' : reasonsOfTypes[issue.expected];
  }
  // The one thing that keys are asked is to be some words.
  if (issue.code === 'too_small' || issue.code === 'invalid_key') return 'invalid-value/empty';
  return issue.code === 'invalid_value' ? 'invalid-value/one-of' : undefined;
}

const reasonsOfTypes: Readonly<Partial<Record<string, ProblemReason>>> = {
  string: 'invalid-value/text',
  array: 'invalid-value/list',
  int: 'invalid-value/whole-number',
  number: 'invalid-value/number',
  object: 'invalid-value/mapping',
  record: 'invalid-value/names',
};
