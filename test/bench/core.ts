import { parseDocument } from 'yaml';
import { annotateMentions } from '../../src/core/edit/mentionEdits';
import { rebase } from '../../src/core/model/change';
import { defaultSchema } from '../../src/core/model/schema';
import { readArticle, readSidecar } from '../../src/core/sidecar/read';
import { rewriteSidecar } from '../../src/core/sidecar/rewrite';
import { splicedBytes } from '../../src/core/sidecar/splice';
import { writeSidecar } from '../../src/core/sidecar/write';
import { longArticle } from './longArticle';

// Reading and writing a long sidecar, against the YAML library that does both in full: `yaml` on npm.

/** The median time of some runs, in ms. */
function time(run: () => unknown, runs = 9): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function report(what: string, ours: number, rival: string, theirs: number): void {
  const ratio = (ours / theirs).toFixed(3);
  console.log(`${what}: ${ours.toFixed(1)} ms; ${rival}: ${theirs.toFixed(1)} ms; ratio ${ratio}`);
}

const { article, set, left } = longArticle(1_000_000);
const { text } = article.text;
const source = writeSidecar(set, article);
const bytes = new TextEncoder().encode(text);
const sidecarBytes = new TextEncoder().encode(source);
const annotations = set.mentions.length + set.quotes.length;
console.log(`an article of ${text.length} characters with ${annotations} annotations`);

const read = () => {
  const file = readArticle(bytes).article ?? article;
  return { file, ...readSidecar(source, file, defaultSchema) };
};
const { file, set: now, layout, textId = '' } = read();
if (!layout) throw new Error('the sidecar is not read line by line');
report(
  'read the article and its sidecar, and find all annotations',
  time(read),
  'parse the sidecar with yaml',
  time(() => parseDocument(source), 3),
);

const [span] = left;
const [entity] = now.entities.values();
if (!span || !entity) throw new Error('all names are annotated');
const annotate = () => {
  const change = annotateMentions(now, file.text.text, [span], entity);
  const written = rewriteSidecar(rebase(change, now, now), file, textId, { set: now, layout });
  if (!written) throw new Error('the sidecar is not written by its changes');
  return splicedBytes(layout.blocks, written.layout.blocks, sidecarBytes);
};
report(
  'annotate one more name, and write the sidecar',
  time(annotate, 51),
  'parse and print it with yaml',
  time(() => String(parseDocument(source)), 3),
);
