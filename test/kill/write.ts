import fs from 'node:fs';
import path from 'node:path';
import { writeSidecar } from '../../src/core/sidecar/write';
import { longArticle } from '../bench/longArticle';

// Writes what `scripts/testKill.mjs` opens in VS Code: an invented article with some three hundred annotations.

const folder = process.argv[2];
if (folder === undefined) throw new Error('which folder?');
const { article, set } = longArticle(30_000);
fs.writeFileSync(path.join(folder, 'long.txt'), article.text.text);
fs.writeFileSync(path.join(folder, 'long.txt.ann.yaml'), writeSidecar(set, article));
