import * as z from 'zod';

// Whatever defines a shape imports this for what it does: Zod must not compile validators at run time,
// since extension hosts in browsers forbid it, and its sentences are to be those of this file.
z.config({ jitless: true, customError: sentenceFor });

/** What is wrong with a value, for the person who wrote it by hand; undefined for what Zod says well itself. */
function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'this is missing';
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return 'this must be text: put it in quotation marks';
  }
  if (issue.code === 'invalid_type')
    return `this must be ${kindNames[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return 'this must not be empty';
  return issue.code === 'invalid_value' ? `this is one of ${issue.values.join(', ')}` : undefined;
}

const kindNames: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'a mapping of keys to values',
  record: 'a mapping of names to what they are',
};
