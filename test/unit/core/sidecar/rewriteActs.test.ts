import assert from 'node:assert/strict';
import { setAttribute } from '../../../../src/core/edit/attributeEdits';
import { annotateMentions, removeMention } from '../../../../src/core/edit/mentionEdits';
import { annotateQuote, setSpeaker } from '../../../../src/core/edit/quoteEdits';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply } from '../../../../src/core/model/change';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { bothWays } from '../../../support/bothWays';
import { articleOf, entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';

const text = 'Anna disse: «Sì». Bruno disse: «No». Carla taceva.';
const article = articleOf(text);
const [anna, bruno] = [
  { start: 0, end: 4 },
  { start: 18, end: 23 },
];
const set = setOf({
  entities: [entityOf('Anna'), entityOf('Bruno')],
  mentions: [mentionOf('anna', text, anna), mentionOf('bruno', text, bruno)],
  quotes: [quoteOf(text, [{ start: 13, end: 15 }])],
});
const source = writeSidecar(set, article);

const place = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const add = (name: string, words: string) => (now: AnnotationSet) =>
  apply(annotateMentions(now, text, [place(words)], entityOf(name)), now);
const drop = (id: string) => (now: AnnotationSet) => {
  const mention = now.mentions.find(({ entity }) => entity === id);
  return mention ? apply(removeMention(now, mention), now) : now;
};
const quoted = (words: string, speaker?: string) => (now: AnnotationSet) =>
  apply(
    annotateQuote(now, text, [place(words)], {
      ...(speaker && { speaker: { entity: speaker } }),
    }),
    now,
  );
const said = (by: string | undefined) => (now: AnnotationSet) => {
  const [quote] = now.quotes;
  return quote ? apply(setSpeaker(quote, by === undefined ? by : { entity: by }), now) : now;
};
const tagged = (value: string | undefined) => (now: AnnotationSet) => {
  const [item] = now.quotes;
  return item ? apply(setAttribute({ owner: 'quote', item }, 'tema', value), now) : now;
};
const withNotes = source
  .replace('  anna:', '  anna: # la prima')
  .replace('    type: person\n', '    type: person # certo\n    # di Anna\n')
  .replace('  - kind: direct', '  # la risposta\n  - kind: direct # breve');
const behindQuote = `${source}  # e poi?\n`;
const untidy = source
  .replace('    name: Anna\n    type: person\n', '    type: person\n    name: "Anna"\n')
  .replace('  - kind: direct\n', '  - kind: "direct"\n');
const backwards = writeSidecar(add('Zeno', 'Carla')(set), article).replace(
  /( {2}anna:\n(?: {4}.*\n)+)((?: {2}\S.*\n(?: {4}.*\n)+)+)(?=quotes)/,
  '$2$1',
);

const acts: readonly {
  readonly what: string;
  readonly from?: string;
  readonly make: (set: AnnotationSet) => AnnotationSet;
  /** Whether only the lines of what changes are to be written. */
  readonly isShort?: true;
}[] = [
  { what: 'an entity before all others', make: add('Agata', 'Carla'), isShort: true },
  { what: 'an entity behind all others', make: add('Zeno', 'Carla'), isShort: true },
  {
    what: 'two entities at once, in the order of their ids',
    make: (now) => add('Bea', 'taceva')(add('Berto', 'Carla')(now)),
    isShort: true,
  },
  { what: 'an entity whose id is a number', make: add('2026', 'Carla') },
  {
    what: 'an entity whose id is a smaller number than another one',
    from: writeSidecar(add('10', 'Carla')(set), article),
    make: add('9', 'taceva'),
  },
  {
    what: 'an entity behind one whose id is a number',
    from: writeSidecar(add('10', 'Carla')(set), article),
    make: add('+1', 'taceva'),
  },
  {
    what: 'an entity with a Chinese name before one with an emoji',
    from: writeSidecar(add('🌊', 'Carla')(set), article),
    make: add('𠮷野', 'taceva'),
    isShort: true,
  },
  {
    what: 'an entity where a person has put them in another order',
    from: backwards,
    make: add('Carla', 'taceva'),
    isShort: true,
  },
  { what: 'an entity that goes', make: drop('anna'), isShort: true },
  {
    what: 'an entity that goes with its comments',
    from: withNotes,
    make: drop('anna'),
  },
  {
    what: 'an entity that goes beside comments',
    from: withNotes,
    make: drop('bruno'),
    isShort: true,
  },
  {
    what: 'an entity that goes with an empty line behind it',
    from: source.replace('  bruno:', '\n  bruno:'),
    make: drop('anna'),
  },
  {
    what: 'an entity for another one',
    make: (now) => add('Agata', 'Carla')(drop('anna')(now)),
    isShort: true,
  },
  {
    what: 'a mention more, of an entity with comments',
    from: withNotes,
    make: add('Anna', 'Carla'),
    isShort: true,
  },
  {
    what: 'a mention more, of an entity written by hand',
    from: untidy,
    make: add('Anna', 'Carla'),
    isShort: true,
  },
  { what: 'a quote before the others', make: quoted('Anna disse', 'anna'), isShort: true },
  { what: 'a quote behind the others', make: quoted('No', 'bruno'), isShort: true },
  {
    what: 'two quotes behind the others',
    make: (now) => quoted('taceva')(quoted('No')(now)),
    isShort: true,
  },
  {
    what: 'a quote behind one with a comment',
    from: behindQuote,
    make: quoted('No'),
    isShort: true,
  },
  { what: 'a speaker more', make: said('anna'), isShort: true },
  {
    what: 'a speaker more, of a quote with comments',
    from: withNotes,
    make: said('anna'),
    isShort: true,
  },
  {
    what: 'a speaker more, of a quote written by hand',
    from: untidy,
    make: said('anna'),
    isShort: true,
  },
  {
    what: 'a speaker for another one, with a comment on its line',
    from: writeSidecar(said('anna')(set), article).replace(
      '{ entity: anna }',
      '{ entity: anna } # lei',
    ),
    make: said('bruno'),
    isShort: true,
  },
  {
    what: 'a speaker who goes with the comment on the last line',
    from: writeSidecar(said('anna')(set), article).replace(
      '{ entity: anna }',
      '{ entity: anna } # lei',
    ),
    make: said(undefined),
  },
  { what: 'an attribute more', make: tagged('acqua: alta'), isShort: true },
  {
    what: 'a quote for another one',
    make: (now) => ({ ...quoted('No')(now), quotes: quoted('No')(now).quotes.slice(1) }),
  },
  {
    what: 'one quote of two that goes',
    from: writeSidecar(quoted('No')(set), article),
    make: (now) => ({ ...now, quotes: now.quotes.slice(1) }),
    isShort: true,
  },
  {
    what: 'one quote of two that goes with its comment',
    from: writeSidecar(quoted('No')(set), article).replace('kind: direct', 'kind: direct # breve'),
    make: (now) => ({ ...now, quotes: now.quotes.slice(1) }),
  },
  {
    what: 'the last entity that goes',
    make: (now) => ({ ...now, entities: new Map(), mentions: [] }),
  },
  {
    what: 'the first entity that comes',
    from: writeSidecar(setOf({ quotes: set.quotes }), article),
    make: add('Anna', 'Anna'),
  },
  {
    what: 'the first quote that comes',
    from: writeSidecar({ ...set, quotes: [] }, article),
    make: quoted('No'),
  },
  {
    what: 'a key of the sidecar',
    make: (now) => ({ ...now, extra: { nota: 'x' } }),
  },
  { what: 'nothing', make: (now) => ({ ...now }), isShort: true },
];
describe('a sidecar of which some lines are rewritten', () => {
  for (const { what, from = source, make, isShort } of acts) {
    for (const [eol, named] of [
      ['\n', ''],
      ['\r\n', ', in CRLF'],
    ] as const) {
      it(`says ${what} in the same bytes as one written as a whole${named}`, () => {
        const written = bothWays(from.replaceAll('\n', eol), article, make);
        if (isShort) assert.ok(written !== undefined, 'the short way was open');
        assert.doesNotMatch(written ?? '', eol === '\n' ? /\r/ : /(?<!\r)\n/);
      });
    }
  }
});
