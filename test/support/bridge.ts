import fs from 'node:fs';
import path from 'node:path';
import { blobId } from '../../src/core/text/blobId';
import { commitAll } from './git';

// An article in two editions, and the sidecar of the first one.

/** The blob id of a text, in UTF-8. */
export function idOf(text: string): string {
  return blobId(new TextEncoder().encode(text));
}

const first = [
  'Chiuso il ponte di Valdirame',
  'La sindaca Irene Tassoni ha firmato ieri l’ordinanza, dopo che i tecnici avevano trovato una crepa.',
  'Marco Bellini, che guida i pendolari, chiede un traghetto entro sabato.',
  '«Non prima di marzo», ha risposto la prima cittadina a chi le chiedeva della riapertura.',
  '',
].join('\n');

/** The headline is another, a namesake has come, a paragraph has moved, and a sentence is new. */
const second = [
  'Resta chiuso il ponte di Valdirame',
  'Fausto Tassoni, il fornaio della piazza, ha perso metà dei clienti.',
  'Marco Bellini, che guida i pendolari, chiede un traghetto entro sabato.',
  'La sindaca Irene Tassoni ha firmato ieri l’ordinanza, dopo che i tecnici avevano trovato una crepa. Piove.',
  '«Non prima di marzo», ha risposto la prima cittadina a chi le chiedeva della riapertura.',
  '',
].join('\n');

/** A comment, and single quotation marks, are what only a person would have written. */
const sidecarOf = (text: string) =>
  [
    'chiosa: 1',
    `text: ${text}`,
    'entities:',
    '  irene-tassoni:',
    '    name: Irene Tassoni # the mayor',
    '    type: person',
    '    mentions:',
    '      - { exact: Tassoni }',
    '  marco-bellini:',
    "    name: 'Marco Bellini'",
    '    type: person',
    '    mentions:',
    '      - { exact: Marco Bellini, suffix: ", che guida" }',
    'quotes:',
    '  - kind: direct',
    '    content:',
    '      - { exact: Non prima di marzo }',
    '    cue: { exact: ha risposto }',
    '',
  ].join('\n');

export const bridge = { first, second, sidecarOf, sidecar: sidecarOf(idOf(first)) };

/** The first edition with its sidecar; `edit` puts another text in its place. */
export const bridgeFiles = { 'ponte.txt': first, 'ponte.txt.ann.yaml': bridge.sidecar };

/** Writes another text into the article, committing the present one if `isKnownToGit`. */
export function edit(folder: string, text: string, isKnownToGit = true, file = 'ponte.txt'): void {
  if (isKnownToGit) commitAll(folder);
  fs.writeFileSync(path.join(folder, file), text);
}

/** The sidecar of the article as it now is. */
export function sidecarIn(folder: string, file = 'ponte.txt'): string {
  return fs.readFileSync(path.join(folder, `${file}.ann.yaml`), 'utf8');
}

/** The sidecar with lines put behind the one that has some words. */
export function withLine(words: string, line: string, source = bridge.sidecar): string {
  return source
    .split('\n')
    .flatMap((each) => (each.includes(words) ? [each, line] : [each]))
    .join('\n');
}
