import { filled } from '../text/filled';
import type { Problem, ProblemCode } from './problem';

/** Gives a sentence in the language of who reads it, by its English text; `{name}` stays what it is. */
export type Translate = (english: string) => string;

/**
 * One English sentence for each code, `{name}` standing for a detail of the problem. Data, so that the
 * command line prints them and the extension translates them by their English text. They are whole sentences,
 * and details are only what the file says: a half that is translated never stands beside one that is not.
 */
export const problemMessages: Readonly<Record<ProblemCode, string>> = {
  'yaml-syntax': 'This is not valid YAML.',
  'duplicate-key': 'The key “{key}” stands here twice. Keep one of the two.',
  'merge-conflict':
    'This file holds an unresolved merge conflict of git. Keep one side and remove the marks; until then “ours” is shown.',
  'version-missing': 'A sidecar begins with “chiosa: 1”, the version of its format.',
  'version-newer':
    'This sidecar has format version {version}; this Chiosa writes version 1. Update Chiosa to edit it.',
  'invalid-value': '“{path}” does not fit the format.',
  'unknown-key': '“{key}” is not a key of the format. It is kept as it is.',
  'unknown-type': 'The entity type “{type}” is not one of this project’s: {types}.',
  'unknown-quote-kind': 'This project has no quotes of the kind “{kind}”. Its kinds are {kinds}.',
  'unknown-attribute-value': '“{attribute}” cannot be {value}. It may be: {values}.',
  'misplaced-attribute': '“{attribute}” is an attribute of {types}, not of {type}.',
  'unknown-entity': 'No entity “{entity}” is described in this sidecar.',
  'entity-elsewhere':
    'Other articles describe the entity “{entity}”, “{name}”; this sidecar does not.',
  'differing-name':
    'The entity “{entity}” has the name “{name}” in {count} of {all} articles, and here “{here}”.',
  'differing-type':
    'The entity “{entity}” has the type “{type}” in {count} of {all} articles, and here “{here}”.',
  'differing-link':
    'The entity “{entity}” has {address} as “{key}” in {count} of {all} articles, and here {here}.',
  'shared-name':
    '“{name}” is also the name of another entity of this type, “{other}” (articles: {count}). If both are the same, merge “{entity}” into it.',
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

/** The sentences that say more than that of their code, which is what stands before the `/`. */
export const reasonMessages = {
  'yaml-syntax/alias':
    'This is not valid YAML: what begins with * stands for a value that is marked with &, here for none or for too much. Put words in quotation marks.',
  'yaml-syntax/anchor':
    'This is not valid YAML: & and ! begin marks, and these are not right. Put words in quotation marks.',
  'yaml-syntax/brackets':
    'This is not valid YAML: what stands in [ ] or { } is written with commas between, and without dashes.',
  'yaml-syntax/depth': 'This is not valid YAML: lists or mappings are nested too deep here.',
  'yaml-syntax/directive': 'This is not valid YAML: a line that begins with % is not right here.',
  'yaml-syntax/documents':
    'This is not valid YAML: “---” begins a second document here, and there can be only one.',
  'yaml-syntax/escape':
    'This is not valid YAML: between double quotation marks this backslash must be written twice.',
  'yaml-syntax/first-character':
    'This is not valid YAML: words cannot begin with this character. Put them in quotation marks.',
  'yaml-syntax/indentation':
    'This is not valid YAML: this line is not indented like those that it belongs to.',
  'yaml-syntax/key':
    'This is not valid YAML: a key and a colon with a space behind it are expected in this line.',
  'yaml-syntax/long-key': 'This is not valid YAML: this key is too long.',
  'yaml-syntax/missing-character':
    'This is not valid YAML: a comma, a colon, a dash or a space is missing here.',
  'yaml-syntax/second-key':
    'This is not valid YAML: a second key begins in this line, or the line is not indented right. Put words with a colon in quotation marks.',
  'yaml-syntax/tab': 'This is not valid YAML: this line is indented with a tab. Use spaces.',
  'yaml-syntax/unclosed-bracket': 'This is not valid YAML: a bracket, [ or {, is not closed.',
  'yaml-syntax/unclosed-quotation': 'This is not valid YAML: a quotation mark is not closed.',
  'yaml-syntax/unexpected':
    'This is not valid YAML: this cannot stand here. Put words that have quotation marks, brackets, commas or dashes in quotation marks.',
  'merge-conflict/versions':
    'Both sides of a merge have changed this. The other one has other values for: {keys}. Keep one of the two, then remove “conflict”.',
  'merge-conflict/removed':
    'One side of a merge has removed this and the other has changed it. Remove it, or only “conflict”.',
  'invalid-value/missing': '“{path}”: this is missing',
  'invalid-value/empty': '“{path}”: this must not be empty',
  'invalid-value/text': '“{path}”: this must be text: put it in quotation marks',
  'invalid-value/list': '“{path}”: this must be a list',
  'invalid-value/number': '“{path}”: this must be a number',
  'invalid-value/whole-number': '“{path}”: this must be a whole number',
  'invalid-value/mapping': '“{path}”: this must be a mapping of keys to values',
  'invalid-value/names': '“{path}”: this must be a mapping of names to what they are',
  'invalid-value/one-of': '“{path}”: this is one of {values}',
  'invalid-value/key': '“{path}”: this cannot be a key',
  'invalid-value/version': '“{path}”: the version is 1',
  'invalid-value/sidecar': '“file”: a sidecar is a mapping of keys to values',
  'invalid-value/schema': '“file”: a schema is a mapping of keys to values',
  'invalid-value/blob-id': '“{path}”: a git blob id has 40 or 64 hexadecimal digits',
  'invalid-value/date': '“{path}”: a date is written 2025-07-12',
  'invalid-value/beside-exact': '“{path}”: this does not go together with “exact”',
  'invalid-value/beside-spans': '“{path}”: this does not go together with “spans”',
  'invalid-value/without-exact': '“{path}”: this does not go together with no “exact”',
  'invalid-value/type-key': '“{path}”: a key is one letter from a to z or a digit',
  'invalid-value/color':
    '“{path}”: a colour is written "#2f6fde", or is the id of a theme colour such as charts.red',
  'invalid-value/attribute':
    '“{path}”: this is boolean, text, or a list of the words that are allowed',
  'unknown-attribute-value/boolean': '“{attribute}” cannot be {value}. It may be: true or false.',
  'unknown-attribute-value/text':
    '“{attribute}” cannot be {value}. It may be: text in quotation marks.',
  'file-unreadable/permission': 'This file cannot be read: its permissions do not allow it.',
  'file-unreadable/folder': 'This file cannot be read: it is a folder.',
  'file-unreadable/unavailable': 'This file cannot be read: its file system does not answer.',
} as const satisfies Readonly<Record<`${ProblemCode}/${string}`, string>>;

/** What exactly is wrong, where the code leaves that open. */
export type ProblemReason = keyof typeof reasonMessages;

export function isReason(name: string): name is ProblemReason {
  return Object.hasOwn(reasonMessages, name);
}

/** The sentence for a problem, in English unless it is translated. */
export function problemMessage(
  { code, reason, detail }: Problem,
  translate: Translate = (english) => english,
): string {
  return filled(translate(reason ? reasonMessages[reason] : problemMessages[code]), detail);
}
