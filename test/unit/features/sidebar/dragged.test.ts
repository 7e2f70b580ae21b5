import assert from 'node:assert/strict';
import { draggedOf, dropOf } from '../../../../src/features/sidebar/dragged';
import { removalOf } from '../../../../src/features/sidebar/removal';
import type {
  ArticleRow,
  EntityRow,
  MentionRow,
  QuoteRow,
  Row,
  SpeakerRow,
} from '../../../../src/features/sidebar/rows';
import { entityOf } from '../../../support/builders';

const target = (exact: string) => ({ selectors: [{ exact }] });
const entity = (id: string): EntityRow => ({
  kind: 'entity',
  id,
  entity: entityOf(id, 'person', id),
  mentions: 1,
});
const mention = (of: string, uri = 'file:///a'): MentionRow => ({
  kind: 'mention',
  id: `${of}/0`,
  uri,
  mention: { entity: of, target: target(of) },
  line: 1,
});
const quote = (words: string, uri = 'file:///a'): QuoteRow => ({
  kind: 'quote',
  id: words,
  uri,
  quote: { kind: 'direct', content: target(words) },
  line: 1,
});
const speaker = (of: SpeakerRow['speaker'], rest: Partial<SpeakerRow> = {}): SpeakerRow => ({
  kind: 'speaker',
  id: 's',
  name: of && 'x',
  speaker: of,
  quotes: 2,
  ...rest,
});
const type: Row = { kind: 'type', id: 't', type: 'person', entities: 2 };
/** As it comes back from VS Code. */
const dragged = (...rows: readonly Row[]) =>
  JSON.parse(JSON.stringify(draggedOf(rows))) as ReturnType<typeof draggedOf>;

describe('dropped onto an entity', () => {
  it('several entities are merged into it, which itself may be among them', () => {
    assert.deepEqual(dropOf(dragged(entity('a'), entity('b'), entity('c')), entity('b')), {
      command: 'chiosa.mergeEntities',
      argument: { entities: ['a', 'c'], into: 'b' },
    });
    assert.equal(dropOf(dragged(entity('b')), entity('b')), undefined);
  });

  it('mentions, of other articles too, become its mentions', () => {
    const rows = [mention('a'), mention('c', 'file:///d'), mention('b')];
    assert.deepEqual(dropOf(dragged(...rows), entity('b')), {
      command: '_chiosa.moveMentions',
      argument: {
        mentions: [
          { uri: 'file:///a', item: { entity: 'a', target: target('a') } },
          { uri: 'file:///d', item: { entity: 'c', target: target('c') } },
        ],
        into: 'b',
      },
    });
    assert.equal(dropOf(dragged(mention('b')), entity('b')), undefined);
  });

  it('quotes are said by it', () => {
    const { quote: said } = quote('no');
    assert.deepEqual(dropOf(dragged(quote('no')), entity('b')), {
      command: '_chiosa.setSpeakers',
      argument: { quotes: [{ uri: 'file:///a', item: said }], speaker: { entity: 'b' } },
    });
  });
});

describe('dropped onto a speaker', () => {
  it('quotes are said by the entity, by the same words, or by nobody', () => {
    const speakerFor = (row: SpeakerRow) => dropOf(dragged(quote('no')), row)?.argument;
    const quotes = [{ uri: 'file:///a', item: quote('no').quote }];
    const words = target('lei');
    assert.deepEqual(speakerFor(speaker({ entity: 'b', target: words })), {
      quotes,
      speaker: { entity: 'b' },
    });
    assert.deepEqual(speakerFor(speaker({ target: words })), { quotes, speaker: { words } });
    assert.deepEqual(speakerFor(speaker(undefined)), { quotes, speaker: {} });
  });

  it('an entity says all that the row has, of its article or of all', () => {
    const argumentFor = (row: SpeakerRow) => dropOf(dragged(entity('b')), row)?.argument;
    assert.deepEqual(argumentFor(speaker({ entity: 'a' }, { articles: 3 })), {
      saidBy: { entity: 'a' },
      speaker: { entity: 'b' },
    });
    assert.deepEqual(argumentFor(speaker(undefined, { uri: 'file:///a' })), {
      saidBy: {},
      uri: 'file:///a',
      speaker: { entity: 'b' },
    });
    assert.equal(argumentFor(speaker({ entity: 'b' })), undefined);
    assert.equal(argumentFor(speaker(undefined, { articles: 3 })), undefined, 'nobody means those');
  });
});

describe('dropped elsewhere', () => {
  it('an entity onto a quote says it', () => {
    assert.deepEqual(dropOf(dragged(entity('b')), quote('no'))?.argument, {
      quotes: [{ uri: 'file:///a', item: quote('no').quote }],
      speaker: { entity: 'b' },
    });
  });

  it('rows mean nothing', () => {
    assert.equal(dropOf(dragged(mention('a'), quote('no')), quote('sì')), undefined);
    assert.equal(dropOf(dragged(entity('a')), type), undefined);
    assert.equal(dropOf(dragged(type, speaker({ entity: 'a' })), entity('b')), undefined);
    assert.equal(dropOf(dragged(entity('a')), mention('b')), undefined);
  });
});

describe('the removal of rows', () => {
  it('is that of annotations, with the articles that they are in', () => {
    const part = { role: 'cue' as const, quote: quote('no').quote, target: target('dice') };
    const lost: Row = {
      kind: 'part',
      id: 'p',
      uri: 'file:///c',
      part,
      set: { article: {}, entities: new Map(), mentions: [], quotes: [], extra: {} },
    };
    const { parts, entities } = removalOf([mention('a'), quote('no', 'file:///b'), lost, type]);
    assert.deepEqual(
      parts.map(({ uri, item }) => [uri, item.role]),
      [
        ['file:///a', 'mention'],
        ['file:///b', 'content'],
        ['file:///c', 'cue'],
      ],
    );
    assert.deepEqual(entities, []);
  });

  it('is that of all mentions of an entity: of the article, of all, or of one among all', () => {
    const article: ArticleRow = {
      kind: 'article',
      id: 'a',
      parent: entity('c'),
      article: { uri: 'file:///z', path: 'z' },
      of: 'mentions',
      count: 2,
    };
    assert.deepEqual(removalOf([{ ...entity('a'), uri: 'file:///x' }, entity('b'), article]), {
      parts: [],
      entities: [
        { entity: 'a', uri: 'file:///x' },
        { entity: 'b' },
        { entity: 'c', uri: 'file:///z' },
      ],
    });
    const ofQuotes = { ...article, parent: speaker({ entity: 'c' }), of: 'quotes' as const };
    assert.deepEqual(removalOf([ofQuotes, speaker({ entity: 'c' })]).entities, []);
  });
});
