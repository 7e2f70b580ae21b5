import type { Problem, ProblemCode } from './problem';

/**
 * One English sentence for each code, `{name}` standing for a detail of the problem. Data, so that the
 * command line prints them and the extension translates them by their English text.
 */
export const problemMessages: Readonly<Record<ProblemCode, string>> = {
  'yaml-syntax': 'This is not valid YAML: {reason}',
  'duplicate-key': 'The key “{key}” stands here twice. Keep one of the two.',
  'merge-conflict':
    'This file holds an unresolved merge conflict of git. Keep one side and remove the marks; until then “ours” is shown.',
  'version-missing': 'A sidecar begins with “chiosa: 1”, the version of its format.',
  'version-newer':
    'This sidecar has format version {version}; this Chiosa writes version 1. Update Chiosa to edit it.',
  'invalid-value': '“{path}”: {reason}',
  'unknown-key': '“{key}” is not a key of the format. It is kept as it is.',
  'unknown-type': 'The entity type “{type}” is not one of this project’s: {types}.',
  'unknown-quote-kind': 'This project has no quotes of the kind “{kind}”. Its kinds are {kinds}.',
  'unknown-attribute-value': '“{attribute}” cannot be {value}. It may be: {values}.',
  'misplaced-attribute': '“{attribute}” is an attribute of {types}, not of {type}.',
  'unknown-entity': 'No entity “{entity}” is described in this sidecar.',
  'quote-without-speaker': 'The quote “{quote}” has no speaker.',
  'duplicate-annotation': 'The same annotation stands here twice: “{quote}”.',
  'anchor-lost': '“{quote}” is not found in the article any more. The annotation is kept as it is.',
  'anchor-ambiguous':
    '“{quote}” fits several places of the article. The annotation is kept as it is.',
  'text-changed': 'The article has changed since these annotations were written.',
  'article-missing': 'There is no article “{article}” beside this sidecar.',
  'reserved-key': 'The key “{key}” is that of an act in annotation mode. Choose one of {keys}.',
  'repeated-key': 'The key “{key}” is that of the type “{type}” already. Choose another one.',
  'reserved-name': '“{name}” is a key of the sidecar’s format. Give the attribute another name.',
  'file-too-large': 'This file has {size}; articles are annotated up to {limit}.',
  'file-binary': 'This file is binary, not text: there is a NUL byte here.',
  'file-not-utf8': 'This file is not UTF-8: the byte {byte} is not. Save it with encoding UTF-8.',
  'file-unreadable': 'This file cannot be read: {reason}',
};

/** The sentence for a problem, in English. */
export function problemMessage({ code, detail }: Problem): string {
  return problemMessages[code].replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => detail[name] ?? placeholder,
  );
}
