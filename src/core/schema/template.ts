import { defaultSchema } from '../model/schema';

/** A schema that changes nothing, for a person to begin with: the defaults and examples, all as comments. */
export function schemaTemplate(): string {
  const types = defaultSchema.types.map(({ id, key = '' }) => `#   ${id}: { key: ${key} }`);
  const kinds = defaultSchema.quoteKinds.map(({ id }) => `#   ${id}:`);
  return [
    '# What this project annotates. All of it is optional: take away the “#” of what you change.',
    '',
    '## The types of entities; each may have a label, a key, a color ("#2f6fde" or charts.red), a description',
    '## and a list of examples. These are the defaults.',
    '# types:',
    ...types,
    '',
    '## The kinds of quotes that are told apart.',
    '# quoteKinds:',
    ...kinds,
    '',
    '## Further keys of annotations: boolean, text, or a list of the words that are allowed. Examples:',
    '# attributes:',
    '#   mention:',
    '#     metonym: { values: boolean, types: [ location, organization ] }',
    '#   quote:',
    '#     stance: [ for, against, neutral ]',
    '',
    '## Which files are articles. Without it, all text files are.',
    '# articles: [ "articles/**/*.txt" ]',
    '',
  ].join('\n');
}
