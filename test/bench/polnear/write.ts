import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readArticle } from '../../../src/core/sidecar/articleFile';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { polnearArticles, polnearSet } from '../../support/polnear';

// Writes PolNeAR’s training articles into a folder, each with its quotes in a sidecar, and prints how many there are.
// Usage: node write.js FOLDER CORPORA

const [, , folder, corpora] = process.argv;
if (folder === undefined || corpora === undefined) throw new Error('which folders?');
let quotes = 0;
const all = polnearArticles(corpora, 'train');
for (const polnear of all) {
  const { article } = readArticle(new TextEncoder().encode(polnear.text));
  if (!article) throw new Error(`${polnear.file} cannot be read`);
  const set = polnearSet(polnear);
  const file = path.join(folder, `${path.basename(polnear.file, '.txt')}.txt`);
  fs.writeFileSync(file, polnear.text);
  fs.writeFileSync(`${file}.ann.yaml`, writeSidecar(set, article));
  quotes += set.quotes.length;
}
console.log(JSON.stringify({ articles: all.length, quotes }));
