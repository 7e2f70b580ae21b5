import fc from 'fast-check';
import { writeSidecar } from '../../src/core/sidecar/write';
import { anyText } from './random';
import { smallAnnotatedArticles } from './randomSets';

/** What slips into a file: characters that mean something in YAML, keys, marks of git, leftovers. */
const slips = fc.oneof(
  fc.constantFrom(
    ...[
      ':',
      '-',
      ' ',
      '\n',
      '\t',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '#',
      '&a ',
      '*a',
      '!',
      '!!set ',
      '|',
      '>',
    ],
    ...[
      '\r',
      '\u0000',
      '\uFEFF',
      '\u0002',
      '\u0018',
      '\u001F',
      '\uD83D',
      '%',
      '@',
      '`',
      '? ',
      '<<: ',
      '~',
    ],
    ...[
      '<<<<<<< HEAD\n',
      '=======\n',
      '>>>>>>> x\n',
      '||||||| y\n',
      '---\n',
      '...\n',
      '- ',
      '  ',
      'null',
      '1e999',
    ],
    ...[
      'chiosa: 2\n',
      'spans: ',
      'exact: ',
      'mentions:\n',
      '__proto__: ',
      'constructor: ',
      'occurrence: 9e9',
    ],
  ),
  anyText(3),
);

/** Something is cut out of a source and something else put there. */
const cuts = fc.array(fc.tuple(fc.nat(5_000), fc.nat(12), slips), { minLength: 1, maxLength: 4 });

/** A sidecar that went wrong, and its article. */
export const mutated = fc.tuple(smallAnnotatedArticles, cuts).map(([{ article, set }, all]) => {
  const source = all.reduce(
    (text, [at, length, slip]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + slip + text.slice(start + length);
    },
    writeSidecar(set, article),
  );
  return { article, source };
});
