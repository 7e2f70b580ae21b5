import fc from 'fast-check';
import type { Span } from '../../src/core/text/span';

// Random texts: what news text, editors and file systems do to each other, in any order.

/** Pieces of the ordinary and the odd: joined at random they meet in every way. */
const pieces = [
  ...['Rossi', 'Rossi', 'ha detto', 'l’accordo', 'dell’', 'città', 'e', 'a', 'No', 'on', '12:30'],
  ...[' ', ' ', ' ', '  ', '\t', '.', ', ', ': ', '“', '”', '«', '»', '"', "'", '’', ' - ', '# x'],
  ...['e\u0301', '\u0301', ' \u0308', 'n\u0303o', '\u00A0', '\u202F', '\u3000', '\u00AD', '\u200B'],
  ...['😀', '🇮🇹', '👩‍👩‍👧', '𝐀', '\u{10FFFF}', '\uFFFF', '\uFFFD', '\uFEFF', '\u2028', '\u0085'],
  ...['قال', ' الوزير', '،', '\u200F', 'עברית', '记者', '说', '，', '东京', 'हिन्दी'],
  ...[
    '\\',
    '{',
    '}',
    '[',
    ']',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '~',
    '---',
    '\u0007',
    '\u007F',
  ],
  'un paragrafo che è più lungo di ogni contesto di trentadue caratteri',
  'parolalunghissimasenzaspaziopiùlungadiogniprefissoesuffisso',
];
const paragraph = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((p) => p.join(''));

/** A text of paragraphs, some of them repeated word for word, between the given ends of line. */
function textWith(...ends: readonly string[]): fc.Arbitrary<string> {
  const part = fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: fc.nat(3) });
  return fc
    .array(fc.tuple(part, fc.constantFrom(...ends)), { maxLength: 8 })
    .map((parts) => {
      const lines = parts.map(([line]) => (typeof line === 'string' ? line : ''));
      return parts
        .map(([line, end]) => (typeof line === 'number' ? (lines[line] ?? '') : line) + end)
        .join('')
        .slice(0, parts.length % 2 === 0 ? undefined : -1);
    })
    .map((text) => text.replace(/[\uD800-\uDBFF]$/u, ''));
}

/** What an article's file can hold, decoded and without its byte order mark. */
export const fileTexts = textWith('\n', '\n', '\r\n', '\r', '\n\n', '').map((text) =>
  text.replace(/^\uFEFF+/, ''),
);

/** Text as annotations see it. */
export const lfTexts = textWith('\n', '\n\n', '');

/** Any two numbers are a stretch of any text. */
export const stretches = fc.tuple(fc.nat(10_000), fc.oneof(fc.nat(8), fc.nat(80)));
export type Stretch = readonly [at: number, length: number];

/** The span that a stretch means, between whole code points; undefined in an empty text. */
export function spanAt(text: string, [at, length]: Stretch): Span | undefined {
  if (text === '') return undefined;
  const start = wholePoint(text, at % text.length);
  const end = Math.min(text.length, start + 1 + length);
  return { start, end: isInPair(text, end) ? end + 1 : end };
}

function wholePoint(text: string, offset: number): number {
  return isInPair(text, offset) ? offset - 1 : offset;
}

/** Whether an offset is between the halves of a surrogate pair. */
export function isInPair(text: string, offset: number): boolean {
  return (
    /[\uD800-\uDBFF]$/.test(text.slice(0, offset)) && /^[\uDC00-\uDFFF]/.test(text.slice(offset))
  );
}

/** Words that YAML 1.1 or 1.2 take for something else, or that cannot stand without quotation marks. */
export const trapNames = [
  ...['No', 'no', 'yes', 'Y', 'n', 'on', 'Off', 'true', 'FALSE', 'null', 'Null', '~', '=', '<<'],
  ...[
    '12:30',
    '1:2:3',
    '1e5',
    '1e',
    '0x1F',
    '0b1',
    '0o17',
    '017',
    '1_000',
    '.5',
    '.inf',
    '-.INF',
    '.nan',
  ],
  ...[
    'NaN',
    'Infinity',
    '-0',
    '2025-07-12',
    '2025-07-12T10:00:00Z',
    '123',
    '-1',
    '+1',
    '12345678901234567890',
  ],
  ...[
    ' leading',
    'trailing ',
    '\ttab',
    'a\tb',
    'a: b',
    'a:',
    ':a',
    'a #x',
    '#x',
    'a#b',
    '- a',
    '-',
    '--- a',
  ],
  ...[
    '---',
    '...',
    '? a',
    '?',
    '| a',
    '> a',
    '& a',
    '&a',
    '*a',
    '!a',
    '!!str a',
    '%a',
    '@a',
    '`a',
    '{',
    '}',
  ],
  ...[
    '[a]',
    'a, b',
    ',',
    "'a'",
    "it's",
    '"a"',
    'a"b',
    'a\\b',
    '\\n',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n',
    ' ',
  ],
  ...[
    '\u0085',
    'a\u2028b',
    'a\u2029b',
    '\uFEFF',
    'a\uFEFFb',
    '\u00A0',
    'a\u00A0b',
    '\u200B',
    '\uD83D',
    '\uDE00a',
  ],
  ...[
    'a\uFFFE',
    '\uFFFF',
    '😀',
    '\u0000',
    '\u0007',
    '\u001F',
    '\u0018',
    '\u0002',
    '\u007F',
    'e\u0301',
    '\u0301',
    'قال',
  ],
  ...['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf', '2026', '9', '007'],
  ...[
    'mentions',
    'name',
    'chiosa',
    'exact',
    'spans',
    '记者',
    'O’Varrick',
    "d'Este",
    'Jr.',
    'A.S.O.',
    'a-b',
    'a--b',
  ],
  'x'.repeat(300),
];
/** Any characters at all. (`fc.string` with `unit: 'binary'` takes a second to be made.) */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const points = fc.oneof(
    fc.integer({ min: 0, max: 0x2ff }),
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  );
  return fc
    .array(points, { maxLength })
    .map((all) => all.map((point) => String.fromCodePoint(point)).join(''));
}

export const names = fc.oneof(
  fc.constantFrom(...trapNames),
  paragraph.map((words) => words || 'Rossi'),
  anyText(8).map((text) => text || 'x'),
);
