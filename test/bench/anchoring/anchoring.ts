import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { numbers } from '../numbers';
import { collections, type Annotated } from './articles';
import { Edition } from './edition';
import { edits } from './edits';
import { longEditions } from './long';
import { fateOf, fates, methodNames, methods, resultOf, Tally, type MethodName } from './measure';

// Whether spans are found again in later editions of their articles, by Chiosa and by Hypothesis's matcher:
// see docs/anchoring.md. `development` as argument measures on the half that weights may be tuned on.

const half = process.argv[2] === 'development' ? 'development' : 'held out';
/** No random number of one half is one of the other. */
const firstSeed = { development: 1, 'held out': 1_000_003 }[half];
const root = path.resolve(__dirname, '..', '..');
const shared = process.env['CHIOSA_TEST_SHARED'] ?? path.join(root, '..', 'shared');
const corpora = fs.existsSync(path.join(shared, 'corpora'))
  ? path.join(shared, 'corpora')
  : undefined;

/** By method and edit. */
const tallies = new Map<string, Tally>();
const times = new Map<MethodName, number>();

function tallyOf(method: MethodName, edit: string): Tally {
  const key = `${method} ${edit}`;
  const tally = tallies.get(key) ?? new Tally();
  tallies.set(key, tally);
  return tally;
}

/** @returns how long it took, in ms */
function measure(method: MethodName, edit: string, article: Annotated, edition: Edition): number {
  const begun = performance.now();
  const found = methods[method](article, edition.text);
  const time = performance.now() - begun;
  const tally = tallyOf(method, edit);
  article.lists.flat().forEach(({ start, end }, i) => {
    const followed = edition.spans[i];
    if (!followed) throw new Error('a span was not followed');
    const fate = fateOf(article.text.slice(start, end), edition.text, followed);
    tally.add(fate, resultOf(edition.text, followed.span, found[i]));
  });
  return time;
}

function measureAll(): void {
  for (const { articles } of collections(corpora, half, root)) {
    articles.forEach((article, i) => {
      const spans = article.lists.flat();
      const words = new Set(spans.map(({ start, end }) => article.text.slice(start, end)));
      const names = [...words].filter((word) => word.length < 40 && /^\p{Lu}|\p{Lo}/u.test(word));
      const others = articles.filter((other) => other !== article);
      Object.entries(edits).forEach(([kind, edit], k) => {
        const below = numbers(firstSeed + 7919 * i + 104_729 * k);
        const edition = new Edition(article.text, spans);
        edit(edition, { below, names, other: () => others[below(others.length)]?.text ?? '' });
        for (const method of methodNames) {
          const time = measure(method, kind, article, edition);
          times.set(method, (times.get(method) ?? 0) + time);
        }
      });
    });
  }
}

const inPercent = (value: number) => `${value.toFixed(2)} %`;

function row(what: string, tally: Tally): string {
  const cells = fates.map((fate) => {
    const [right, lost] = [tally.share(fate, 'right'), tally.share(fate, 'lost')];
    const shares = `${right.toFixed(2)} / ${lost.toFixed(2)} / ${tally.share(fate, 'wrong').toFixed(2)}`;
    return `${String(tally.all(fate)).padStart(7)}: ${tally.all(fate) === 0 ? '–' : shares}`.padEnd(
      32,
    );
  });
  return `  ${what.padEnd(26)}${cells.join('')}`;
}

function total(method: MethodName): Tally {
  const sum = new Tally();
  for (const kind of Object.keys(edits)) sum.addAll(tallyOf(method, kind));
  return sum;
}

function goal(what: string, figure: string, isReached: boolean): void {
  console.log(`${isReached ? ' ' : '✗'} ${what.padEnd(64)} ${figure}`);
  if (!isReached) process.exitCode = 1;
}

function reportGoals(): void {
  const theirs = total('Hypothesis');
  const least = {
    'Chiosa, by selectors': { unchanged: 99.5, little: 95, deleted: 0.1 },
    'Chiosa, with the old text': { unchanged: 100, little: 98, deleted: 0 },
  };
  for (const [method, { unchanged, little, deleted }] of Object.entries(least)) {
    const ours = total(method as MethodName);
    const [same, changed] = [
      ours.share('unchanged', 'right'),
      ours.share('changed a little', 'right'),
    ];
    goal(`${method}: unchanged, right ≥ ${unchanged} %`, inPercent(same), same >= unchanged);
    goal(`${method}: changed a little, right ≥ ${little} %`, inPercent(changed), changed >= little);
    const placed = ours.share('deleted', 'wrong');
    goal(`${method}: deleted, placed ≤ ${deleted} %`, inPercent(placed), placed <= deleted);
    const ratio = ours.wrong / theirs.wrong;
    goal(`${method}: wrong, of Hypothesis’s ≤ 0.1`, ratio.toFixed(3), ratio <= 0.1);
  }
}

/** Hypothesis’s matcher looks for each span by itself: its time is measured on one of so many, and multiplied. */
const sampled = 20;

function reportTimes(): void {
  const { article, editions } = longEditions();
  const spans = article.lists.flat();
  const some = spans.filter((_, i) => i % sampled === 0);
  for (const [name, edition] of Object.entries(editions)) {
    const begun = performance.now();
    methods.Hypothesis({ ...article, lists: [some] }, edition.text);
    const theirs = sampled * (performance.now() - begun);
    console.log(
      `\n${spans.length} spans in ${article.text.length} characters, ${name}: Hypothesis ${theirs.toFixed(0)} ms`,
    );
    for (const method of methodNames.slice(1)) {
      const time = measure(method, `long: ${name}`, article, edition);
      console.log(row(method, tallyOf(method, `long: ${name}`)));
      const ratio = time / theirs;
      goal(`${method}: time ≤ 0.1`, `${time.toFixed(0)} ms = ${ratio.toFixed(3)}`, ratio <= 0.1);
    }
  }
}

if (!corpora) console.log(`${shared} is not there: only the project’s own samples are measured.`);
measureAll();
console.log(`Spans in the ${half} articles: how many, and in percent right / lost / wrong`);
console.log(`  ${''.padEnd(26)}${fates.map((fate) => fate.padStart(8).padEnd(32)).join('')}`);
for (const method of methodNames) {
  console.log(`\n${method}, ${(times.get(method) ?? 0).toFixed(0)} ms`);
  for (const kind of Object.keys(edits)) console.log(row(kind, tallyOf(method, kind)));
  console.log(row('all', total(method)));
}
console.log('');
reportGoals();
reportTimes();
