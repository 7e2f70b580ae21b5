// @ts-check
// Annotations as places without words, one a line, so that those of an article that may not be published
// can be.
import fs from 'node:fs';

/**
 * @typedef {[start: number, end: number]} Range in code points
 * @typedef {object} Shown what `chiosa show --format jsonl` says of an article
 * @property {{ start: number, end: number, id: string, type: string }[]} entities
 * @property {{ kind: string, content: Range[], cue: Range[] | null, speaker: Range[] | null, speakerEntity: string | null }[]} quotes
 */

/**
 * The annotations in the order of the text, a place as LINE:COLUMN+LENGTH in code points, from 1.
 * @param {string} file the article @param {Shown} shown
 */
export function placesOf(file, { entities, quotes }) {
  const text = Array.from(fs.readFileSync(file, 'utf8'));
  const place = (/** @type {Range} */ [start, end]) => {
    const before = text.slice(0, start);
    const line = before.filter((character) => character === '\n').length + 1;
    return `${line}:${start - before.lastIndexOf('\n')}+${end - start}`;
  };
  const places = (/** @type {Range[] | null} */ ranges) => (ranges ?? []).map(place).join(' ');
  const lines = [
    ...entities.map(({ start, end, id, type }) => `mention ${place([start, end])} ${id} ${type}`),
    ...quotes.map(({ kind, content, cue, speaker, speakerEntity }) =>
      [
        ...[`quote ${places(content)} ${kind}`, `cue ${places(cue)}`],
        ...[`speaker ${speakerEntity ?? ''}`, places(speaker)],
      ]
        .join(' ')
        .trim(),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
