import { nobody, type PackedSummary } from './packedSummary';
import type { Stamp } from './summaryCache';
import type { Vocabulary } from './vocabulary';

/** A version of a sidecar and what it says, in the numbers of a vocabulary. */
export interface SummaryEntry {
  /** Which sidecar it is: its URI or its path. */
  readonly key: string;
  readonly stamp: Stamp;
  readonly summary: PackedSummary;
}

/**
 * An entry in numbers of the lines' own, counted from 0 over all of them: a line has the entities and the words that
 * no line before it has.
 */
interface Line extends PackedSummary {
  readonly key: string;
  readonly stamp: Stamp;
  /** The id, the name and the type of each. */
  readonly newEntities: readonly (readonly [string, string, string])[];
  readonly newWords: readonly string[];
}

/** Writes entries as lines of JSON, without their ends. What is read of a line needs all lines before it. */
export class LineWriter {
  readonly #vocabulary: Vocabulary;
  readonly #entities = new Renumbering();
  readonly #words = new Renumbering();

  /** @param vocabulary that of the entries */
  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  write({ key, stamp, summary }: SummaryEntry): string {
    const numbers = renumbered(
      summary,
      (number) => this.#entities.of(number),
      (number) => this.#words.of(number),
    );
    const newEntities = this.#entities.taken().map((number) => {
      const { id, name, type } = this.#vocabulary.entity(number);
      return [id, name, type] as const;
    });
    const newWords = this.#words.taken().map((number) => this.#vocabulary.words(number));
    const line: Line = { ...summary, ...numbers, key, stamp, newEntities, newWords };
    return JSON.stringify(line);
  }
}

/** New numbers for others, from 0, in the order in which they are first asked for. */
class Renumbering {
  readonly #numbers: (number | undefined)[] = [];
  #size = 0;
  #new: number[] = [];

  of(number: number): number {
    const known = this.#numbers[number];
    if (known !== undefined) return known;
    this.#new.push(number);
    this.#size += 1;
    return (this.#numbers[number] = this.#size - 1);
  }

  /** Those that are new since this was asked last. */
  taken(): readonly number[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }
}

/** Reads what a `LineWriter` has written, in the same order. */
export class LineReader {
  readonly #vocabulary: Vocabulary;
  readonly #entities: number[] = [];
  readonly #words: number[] = [];

  /** @param vocabulary in whose numbers entries are given */
  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** @returns undefined where that is no line, as one that was cut off */
  read(text: string): SummaryEntry | undefined {
    const line = parsed(text);
    if (!isLine(line)) return undefined;
    const { key, stamp, newEntities, newWords, ...summary } = line;
    for (const [id, name, type] of newEntities)
      this.#entities.push(this.#vocabulary.numberOf({ id, name, type }));
    for (const each of newWords) this.#words.push(this.#vocabulary.numberOfWords(each));
    const numbers = renumbered(
      summary,
      (number) => this.#entities[number] ?? 0,
      (number) => this.#words[number] ?? 0,
    );
    return { key, stamp, summary: { ...summary, ...numbers } };
  }
}

/** What a line says, or undefined where it is no JSON. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A line that was cut off is no JSON; one that is was written by a `LineWriter`. */
function isLine(value: unknown): value is Line {
  return (value as Line | undefined | null)?.stamp !== undefined;
}

/** The entities and quotes of a summary with other numbers for entities and words. */
function renumbered(
  { entities, quotes }: PackedSummary,
  entity: (number: number) => number,
  word: (number: number) => number,
): Pick<PackedSummary, 'entities' | 'quotes'> {
  const [newEntities, newQuotes] = [entities.slice(), quotes.slice()];
  for (let i = 0; i < entities.length;) {
    const end = i + 3 + (entities[i + 2] ?? 0);
    newEntities[i] = entity(entities[i] ?? 0);
    for (let form = i + 3; form < end; form += 1) newEntities[form] = word(entities[form] ?? 0);
    i = end;
  }
  for (let i = 0; i < quotes.length; i += 2) {
    const speaker = quotes[i] ?? nobody;
    newQuotes[i] = speaker === nobody ? nobody : word(speaker);
  }
  return { entities: newEntities, quotes: newQuotes };
}
