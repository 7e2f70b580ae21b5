import fs from 'node:fs';
import path from 'node:path';
import type { AnnotationSet } from '../../../src/core/model/annotationSet';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { blobId } from '../../../src/core/text/blobId';
import { longArticle, surnames, towns } from '../longArticle';

// Writes the corpus of `npm run bench -- index` into a folder: so many invented articles with their sidecars,
// each of some hundred annotations. Prints how many there are, as JSON.

/** So many are made of nothing; the others are made of these, with other names. */
const originals = 250;
/** So many articles have the same names. */
const sharing = 25;
/** An entity that every second article has, and how often each. */
const widespread = { id: 'molo-vecchio', name: 'Molo Vecchio', type: 'location', mentions: 10 };
/** How many articles stand in a folder. */
const inFolder = 100;

const [folder, count] = process.argv.slice(2);
if (folder === undefined || count === undefined)
  throw new Error('which folder, how many articles?');

interface Original {
  readonly text: string;
  readonly sidecar: string;
  readonly annotations: number;
}

function original(seed: number): Original {
  const { article, set: bare } = longArticle(10_000, seed);
  const set = seed % 2 === 0 ? withWidespread(bare) : bare;
  return {
    text: article.text.text,
    sidecar: writeSidecar(set, article),
    annotations: set.mentions.length + set.quotes.length,
  };
}

/** The annotations, of which some mentions are of the entity that many articles have. */
function withWidespread(set: AnnotationSet): AnnotationSet {
  const { id, mentions, ...entity } = widespread;
  return {
    ...set,
    entities: new Map([...set.entities, [id, { id, ...entity }]]),
    mentions: set.mentions.map((mention, i) =>
      i < mentions ? { ...mention, entity: id } : mention,
    ),
  };
}

/** Some names stay the same in all articles: those that every corpus is full of. */
const changing = [...surnames.split(' '), ...towns.split(' ')].filter(
  (name) => !['Dal', 'Molin', 'Torre', 'Nera', 'Acquafredda', 'Valdombra'].includes(name),
);
const names = new RegExp(
  `(${changing.map((name) => name.slice(0, -2)).join('|')})(?=\\p{L})`,
  'giu',
);

/** The words with other names: the same for the same `group`. */
function renamed(words: string, group: number): string {
  const syllables = [
    '',
    'ba',
    'ce',
    'di',
    'fo',
    'gu',
    'la',
    'me',
    'ni',
    'po',
    'ru',
    'sa',
    'te',
    'vi',
    'zo',
  ];
  const at = (place: number) =>
    syllables[Math.floor(group / syllables.length ** place) % syllables.length];
  return words.replace(names, `$1${at(0) ?? ''}${at(1) ?? ''}${at(2) ?? ''}`);
}

const made = Array.from({ length: originals }, (_, i) => original(i + 1));
let annotations = 0;
for (let i = 0; i < Number(count); i += 1) {
  const from = made[i % originals];
  if (!from) continue;
  const group = Math.floor(i / sharing);
  const text = renamed(from.text, group);
  const id = blobId(new TextEncoder().encode(text));
  const sidecar = renamed(from.sidecar, group).replace(/^text: .*$/m, `text: ${id}`);
  const file = path.join(folder, `n${String(Math.floor(i / inFolder))}`, `${String(i)}.txt`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  fs.writeFileSync(`${file}.ann.yaml`, sidecar);
  annotations += from.annotations;
}
console.log(JSON.stringify({ articles: Number(count), annotations, widespread: widespread.id }));
