/** One word of a name, made to be compared. */
export interface NamePart {
  /** Without case and accents. */
  readonly folded: string;
  /** The same for the spellings of one name: Sergej, Sergei and Sergey. */
  readonly key: string;
}

/** A name, made to be compared. */
export interface ComparedName {
  readonly parts: readonly NamePart[];
  /** All parts in one, so that “Son-hui”, “Son Hui” and “Sonhui” are the same. */
  readonly folded: string;
  readonly key: string;
}

/** Names are compared with all known ones again and again, so that as many are remembered. */
const memory = new Map<string, ComparedName>();
const memorySize = 50_000;

/** The name as it is compared: for comparing only, never for offsets. */
export function comparedName(name: string): ComparedName {
  let compared = memory.get(name);
  if (!compared) {
    if (memory.size >= memorySize) memory.clear();
    compared = newComparedName(name);
    memory.set(name, compared);
  }
  return compared;
}

function newComparedName(name: string): ComparedName {
  const words = name.normalize('NFC').toLowerCase().replace(softSigns, '');
  const parts = (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => {
    const folded = withoutAccents(word);
    return { folded, key: spellingKey(word) };
  });
  const joined = (of: keyof NamePart) => parts.map((part) => part[of]).join('');
  return { parts, folded: joined('folded'), key: joined('key') };
}

/** Apostrophes, and what transliterations write for soft signs, hamza and ayn. */
const softSigns = /['’‘´`ʹʺʻʼʾʿ\u00ad]/gu;

/** Letters whose strokes Unicode does not take for accents. */
const plain: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe' },
};

/** Words without case and accents, to look for some in others: for comparing only, never for offsets. */
export function folded(words: string): string {
  const lower = words.toLowerCase();
  // Most words have no other letters, and there may be very many.
  return /^[\0-\x7f]*$/.test(lower) ? lower : withoutAccents(lower);
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþıħßæœ]/gu, (letter) => plain[letter] ?? letter);
}

/**
 * Spellings of one sound, in the order in which they are looked for. The idea is that of the
 * Daitch–Mokotoff Soundex (1985): names of Slavic, Yiddish and Arabic origin come in the spellings of
 * several languages, so groups of letters count and not letters. The groups are those in which the
 * transliterations of Cyrillic (ISO 9, BGN/PCGN, and the customs of English, French, German and Italian
 * newspapers) and of Arabic differ. Vowels stay, other than there: news names are too short without them.
 */
const sounds: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/[čć]/gu, 'ch'],
  [/[šşșŝ]/gu, 'sh'],
  [/ž/gu, 'zh'],
  [/schtsch|shch|szcz|chtch/g, 's'],
  // Chekhov, Tchekhov, Tschechow and Čechov have two sounds for which “ch” stands, so that they are one here.
  [/tsch|tch|ch|kh/g, 'h'],
  [/sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/t[sz]/g, 'c'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/ck|q|c(?![eiyj])/g, 'k'],
  [/(?<=[oe])ff?$/g, 'v'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/[jy]/g, 'i'],
  [/ie/g, 'e'],
  [/(\p{L})\1+/gu, '$1'],
];

function spellingKey(word: string): string {
  // Carons are spellings of a sound, so that they are read before accents are lost.
  const [carons, rest] = [sounds.slice(0, 3), sounds.slice(3)];
  const read = (text: string, rules: typeof sounds) =>
    rules.reduce((sofar, [spelling, sound]) => sofar.replace(spelling, sound), text);
  return read(withoutAccents(read(word, carons)), rest);
}

/**
 * How far apart two keys are: the edit distance of Levenshtein, in which a vowel that is another, added or
 * left out counts half (Mohamed, Muhammad). More than `limit` is given as infinite.
 */
export function spellingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > 2 * limit) return Infinity;
  const others = Array.from(b, (letter) => ({ letter, cost: cost(letter) }));
  let row = [0];
  for (const other of others) row.push((row.at(-1) ?? 0) + other.cost);
  for (const letter of a) {
    row = nextRow(row, { letter, cost: cost(letter) }, others);
    // No way on is cheaper than the cheapest so far.
    if (Math.min(...row) > limit) return Infinity;
  }
  const distance = row.at(-1) ?? 0;
  return distance > limit ? Infinity : distance;
}

interface Letter {
  readonly letter: string;
  readonly cost: number;
}

/** The costs of making each start of the other word from one letter more. */
function nextRow(
  row: readonly number[],
  { letter, cost: removed }: Letter,
  others: readonly Letter[],
) {
  const next = [(row[0] ?? 0) + removed];
  for (const [i, { letter: other, cost: added }] of others.entries()) {
    const replaced = letter === other ? 0 : Math.max(removed, added);
    const [above, left, diagonal] = [row[i + 1] ?? 0, next[i] ?? 0, row[i] ?? 0];
    next.push(Math.min(diagonal + replaced, above + removed, left + added));
  }
  return next;
}

function cost(letter: string): number {
  return 'aeiou'.includes(letter) ? 0.5 : 1;
}
