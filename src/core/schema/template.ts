import type { Translate } from '../check/messages';
import { defaultSchema } from '../model/schema';

/** How long a line of a comment may be, in UTF-16 code units. */
const lineLength = 105;

/** A schema that changes nothing, for a person to begin with: the defaults and examples, all as comments. */
export function schemaTemplate(t: Translate = (english) => english): string {
  const types = defaultSchema.types.map(({ id, key = '' }) => `#   ${id}: { key: ${key} }`);
  const kinds = defaultSchema.quoteKinds.map(({ id }) => `#   ${id}:`);
  return [
    ...comment(
      '#',
      t(
        'What this project annotates. All of it is optional: take away the “#” of what you change.',
      ),
    ),
    '',
    ...comment(
      '##',
      t(
        'The types of entities; each may have a label, a key, a color ("#2f6fde" or charts.red), a description and a list of examples. These are the defaults.',
      ),
    ),
    '# types:',
    ...types,
    '',
    ...comment('##', t('The kinds of quotes that are told apart.')),
    '# quoteKinds:',
    ...kinds,
    '',
    ...comment(
      '##',
      t(
        'Further keys of annotations: boolean, text, or a list of the words that are allowed. Examples:',
      ),
    ),
    '# attributes:',
    '#   mention:',
    '#     metonym: { values: boolean, types: [ location, organization ] }',
    '#   quote:',
    '#     stance: [ for, against, neutral ]',
    '',
    ...comment('##', t('Which files are articles. Without it, all text files are.')),
    '# articles: [ "articles/**/*.txt" ]',
    '',
  ].join('\n');
}

/** A sentence as lines that each begin with the mark. */
function comment(mark: string, sentence: string): string[] {
  const lines = [mark];
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (longer.length > lineLength) lines.push(`${mark} ${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
