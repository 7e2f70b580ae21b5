import { parseDocument } from 'yaml';
import { Carrier } from '../../src/core/anchor/carry';
import { annotateMentions } from '../../src/core/edit/mentionEdits';
import { spansOf } from '../../src/core/model/annotation';
import { rebase } from '../../src/core/model/change';
import { defaultSchema } from '../../src/core/model/schema';
import { readArticle } from '../../src/core/sidecar/articleFile';
import { readSidecar } from '../../src/core/sidecar/read';
import { rewriteSidecar } from '../../src/core/sidecar/rewrite';
import { splicedBytes } from '../../src/core/sidecar/splice';
import { writeSidecar } from '../../src/core/sidecar/write';
import { paragraphAt } from '../../src/core/text/words';
import { longArticle } from './longArticle';

// Reading and writing a long sidecar, against the YAML library that does both in full: `yaml` on npm; and carrying
// its annotations into a text that differs in one place, as while somebody types.

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

/** The most that carrying all annotations may take, in ms. */
const maxCarrying = 30;
const spans = [
  ...now.mentions.map(({ target }) => target),
  ...now.quotes.map(({ content }) => content),
].flatMap(spansOf);

function reportCarrying(what: string, edited: string): void {
  const took = time(() => {
    const carrier = new Carrier(text, edited);
    return spans.map((each) => carrier.carry(each));
  });
  const mark = took <= maxCarrying ? '' : '✗ ';
  console.log(
    `${mark}carry all annotations, ${what}: ${took.toFixed(1)} ms (at most ${maxCarrying} ms)`,
  );
}

const paragraph = paragraphAt(text, text.length / 2);
const end = text.indexOf('. ', paragraph.start);
const sentence = 'Il ponte di Rivalta apre domani, ha detto la sindaca';
reportCarrying('one sentence changed', text.slice(0, paragraph.start) + sentence + text.slice(end));
const target = paragraphAt(text, paragraph.start + 20_000).start;
const cut = text.slice(paragraph.start, paragraph.end + 2);
reportCarrying(
  'one paragraph cut and pasted 20,000 characters further on',
  text.slice(0, paragraph.start) + text.slice(paragraph.end + 2, target) + cut + text.slice(target),
);
