import fs from 'node:fs';
import path from 'node:path';
import { writeSidecar } from '../../src/core/sidecar/write';
import { longArticle } from './longArticle';

// Writes what `scripts/bench.mjs` opens in VS Code: the same article with annotations and without. Prints
// the places of names that are left to annotate, lines and columns from 1, as JSON.

const folder = process.argv[2];
if (folder === undefined) throw new Error('which folder?');
const { article, set, left } = longArticle(1_000_000);
const { text } = article.text;
fs.writeFileSync(path.join(folder, 'long.txt'), text);
fs.writeFileSync(path.join(folder, 'long.txt.ann.yaml'), writeSidecar(set, article));
fs.writeFileSync(path.join(folder, 'bare.txt'), text);
fs.writeFileSync(path.join(folder, 'chiosa.yaml'), 'articles: [ long.txt ]\n');
const places = left.map(({ start }) => article.text.positionAt(start));
const annotations = set.mentions.length + set.quotes.length;
const named = places.map(({ line, column }) => ({ line: line + 1, column: column + 1 }));
console.log(JSON.stringify({ characters: text.length, annotations, places: named }));
