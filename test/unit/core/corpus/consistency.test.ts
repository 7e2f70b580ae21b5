import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemMessage } from '../../../../src/core/check/messages';
import { startOfFile } from '../../../../src/core/check/problem';
import type { ArticleSummary } from '../../../../src/core/corpus/articleSummary';
import {
  Consistency,
  inconsistencyProblem,
  type Inconsistency,
} from '../../../../src/core/corpus/consistency';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { Tally } from '../../../../src/core/corpus/tally';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import type { Entity } from '../../../../src/core/model/annotation';
import { entityOf } from '../../../support/builders';
import { partOf } from '../../../support/packed';
import { itHolds } from '../../../support/property';

/** @param forms words that each entity is mentioned by, beside its name */
const says = (entities: readonly Entity[], forms: readonly string[] = []): ArticleSummary => ({
  fields: {},
  entities: entities.map((entity) => ({
    entity,
    forms: [entity.name, ...forms],
    mentions: forms.length,
  })),
  quotes: [],
});

/** The corpus of articles a, b, c …, each of which describes these entities. */
function corpusOf(...articles: readonly (readonly Entity[])[]): Corpus {
  const corpus = new Corpus();
  articles.forEach((entities, at) => {
    corpus.put(String.fromCharCode(97 + at), says(entities));
  });
  return corpus;
}

const line = ({ article, what, entity, instead, saying, articles }: Inconsistency) =>
  `${article} ${what} ${entity.id}: ${entity.name}/${entity.type} → ${instead.id}: ${instead.name}/${instead.type} (${String(saying)}, ${String(articles)})`;

const found = (corpus: Corpus): string[] => corpus.inconsistencies().map(line).sort();

/** The same entity in articles a, b, c …, with these addresses. */
function linkedCorpus(
  ...articles: readonly (Readonly<Record<string, string>> | undefined)[]
): Corpus {
  const corpus = new Corpus();
  articles.forEach((links, at) => {
    const known = { entity: tassoni, forms: ['Tassoni'], mentions: 1, ...(links && { links }) };
    const summary = { fields: {}, entities: [known], quotes: [] };
    corpus.put(String.fromCharCode(97 + at), summary);
  });
  return corpus;
}

const tassoni = entityOf('Irene Tassoni', 'person', 't');
const short = { ...tassoni, name: 'Tassoni' };

describe('the consistency of a corpus', () => {
  it('is nothing where all say the same', () => {
    assert.deepEqual(found(new Corpus()), []);
    assert.deepEqual(found(corpusOf([tassoni], [tassoni, entityOf('Corva', 'location')])), []);
  });

  it('reports the name that fewer articles say, with what most say', () => {
    assert.deepEqual(found(corpusOf([tassoni], [short], [tassoni])), [
      'b differing-name t: Tassoni/person → t: Irene Tassoni/person (2, 3)',
    ]);
  });

  it('reports the type that fewer articles say, and the name too where both differ', () => {
    const ship = { ...short, type: 'ship' };
    assert.deepEqual(found(corpusOf([ship], [tassoni], [tassoni])), [
      'a differing-name t: Tassoni/ship → t: Irene Tassoni/person (2, 3)',
      'a differing-type t: Tassoni/ship → t: Irene Tassoni/person (2, 3)',
    ]);
  });

  it('takes names and types apart, so that each is held against what most say', () => {
    const event = { ...short, type: 'event' };
    const corpus = corpusOf([tassoni], [tassoni], [short], [event], [event]);
    assert.deepEqual(found(corpus), [
      'a differing-name t: Irene Tassoni/person → t: Tassoni/person (3, 5)',
      'b differing-name t: Irene Tassoni/person → t: Tassoni/person (3, 5)',
      'd differing-type t: Tassoni/event → t: Tassoni/person (3, 5)',
      'e differing-type t: Tassoni/event → t: Tassoni/person (3, 5)',
    ]);
  });

  it('leaves what the corpus calls the entity by, where as many say the one as the other', () => {
    const event = { ...short, type: 'event' };
    const corpus = corpusOf([event], [tassoni]);
    assert.deepEqual(corpus.get('t')?.entity, tassoni);
    assert.deepEqual(found(corpus), [
      'a differing-name t: Tassoni/event → t: Irene Tassoni/person (1, 2)',
      'a differing-type t: Tassoni/event → t: Irene Tassoni/person (1, 2)',
    ]);
  });

  it('takes names for the same that differ in spaces and in how letters are composed', () => {
    const corpus = corpusOf(
      [entityOf('Città alta', 'location', 'c')],
      [entityOf('Citta\u0300  alta', 'location', 'c')],
    );
    assert.deepEqual(found(corpus), []);
  });

  it('reports the rarer of two ids that have the same name and type', () => {
    const other = { ...tassoni, id: 'irene-tassoni' };
    assert.deepEqual(found(corpusOf([tassoni], [other], [tassoni, other], [tassoni])), [
      'b shared-name irene-tassoni: Irene Tassoni/person → t: Irene Tassoni/person (3, 2)',
      'c shared-name irene-tassoni: Irene Tassoni/person → t: Irene Tassoni/person (3, 2)',
    ]);
  });

  it('keeps the first id in the order of the alphabet of such as are as frequent', () => {
    const ids = ['c', 'a', 'b'].map((id) => [{ ...tassoni, id }]);
    assert.deepEqual(
      corpusOf(...ids)
        .inconsistencies()
        .map(({ entity, instead }) => [entity.id, instead.id])
        .sort(),
      [
        ['b', 'a'],
        ['c', 'a'],
      ],
    );
  });

  it('says nothing of a name with two types, nor of words that two entities are mentioned by', () => {
    assert.deepEqual(found(corpusOf([tassoni], [{ ...tassoni, id: 'x', type: 'event' }])), []);
    const corpus = new Corpus();
    corpus.put('a', says([tassoni], ['la sindaca']));
    corpus.put('b', says([entityOf('Olga Berni')], ['la sindaca']));
    assert.deepEqual(found(corpus), []);
  });

  it('says of a name that one article alone gives only that it differs', () => {
    const berni = entityOf('Tassoni', 'person', 'berni');
    assert.deepEqual(found(corpusOf([tassoni], [tassoni], [short], [berni])), [
      'c differing-name t: Tassoni/person → t: Irene Tassoni/person (2, 3)',
    ]);
  });

  it('follows what articles say', () => {
    const corpus = corpusOf([tassoni], [tassoni]);
    assert.deepEqual(found(corpus), []);
    corpus.put('b', says([short]));
    assert.deepEqual(found(corpus), [
      'b differing-name t: Tassoni/person → t: Irene Tassoni/person (1, 2)',
    ]);
    corpus.put('c', says([short]));
    assert.deepEqual(found(corpus), [
      'a differing-name t: Irene Tassoni/person → t: Tassoni/person (2, 3)',
    ]);
    corpus.put('d', says([{ ...short, id: 'x' }]));
    assert.deepEqual(found(corpus), [
      'a differing-name t: Irene Tassoni/person → t: Tassoni/person (2, 3)',
      'd shared-name x: Tassoni/person → t: Tassoni/person (3, 1)',
    ]);
    corpus.put('a', undefined);
    corpus.put('b', undefined);
    assert.deepEqual(found(corpus), ['d shared-name x: Tassoni/person → t: Tassoni/person (1, 1)']);
    corpus.put('c', undefined);
    assert.deepEqual(found(corpus), []);
  });

  const puts = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.option(
        fc.uniqueArray(
          fc.record({
            id: fc.constantFrom('x', 'y', 'z'),
            name: fc.constantFrom('Anna', 'Bruno'),
            type: fc.constantFrom('person', 'event'),
          }),
          { maxLength: 3, selector: ({ id }) => id },
        ),
      ),
      fc.boolean(),
    ),
    { maxLength: 12 },
  );
  itHolds('is the same however the corpus has become what it is', puts, (acts) => {
    const corpus = new Corpus();
    const last = new Map<string, readonly Entity[]>();
    for (const [article, entities, isAsked] of acts) {
      if (entities) last.set(article, entities);
      else last.delete(article);
      corpus.put(article, entities ? says(entities) : undefined);
      if (isAsked) corpus.inconsistencies();
    }
    const fresh = new Corpus();
    for (const [article, entities] of last) fresh.put(article, says(entities));
    assert.deepEqual(found(corpus), found(fresh));
  });

  it('looks only at entities of which something else is said', () => {
    const looked: string[] = [];
    const [tallies, vocabulary] = [new Map<string, Tally>(), new Vocabulary()];
    const consistency = new Consistency({
      tallyOf: (id) => {
        looked.push(id);
        return tallies.get(id);
      },
      knownIn: (_, id) => ({ entity: { ...tassoni, id }, forms: [], mentions: 1 }),
    });
    const say = (id: string, name: string) => {
      const tally = tallies.get(id) ?? new Tally(vocabulary);
      const known = { entity: { ...tassoni, id, name }, forms: [name], mentions: 1 };
      tally.add(partOf(vocabulary, 0, known));
      tally.naming.add('a');
      tallies.set(id, tally);
      consistency.touch(id);
    };
    for (let at = 0; at < 1000; at += 1) say(`e${String(at)}`, `Tizio ${String(at)}`);
    consistency.find();
    assert.ok(looked.length >= 1000);
    looked.length = 0;
    consistency.find();
    assert.deepEqual(looked, []);
    say('e7', 'Tizio 8');
    consistency.find();
    assert.deepEqual([...new Set(looked)], ['e7']);
    looked.length = 0;
    say('e7', 'Tizio 8');
    assert.deepEqual(
      consistency.find().map(({ what, entity }) => `${what} ${entity.id}`),
      ['differing-name e7'],
    );
    assert.deepEqual([...new Set(looked)].sort(), ['e7', 'e8'], 'who has its name now, too');
  });
});

describe('the addresses of an entity', () => {
  const [one, two] = ['https://uno.example/t', 'https://due.example/t'];
  const links = (corpus: Corpus) =>
    corpus.inconsistencies().map(({ article, what, link, saying, articles }) => ({
      article,
      what,
      link,
      saying,
      articles,
    }));

  it('are reported where fewer articles give them than give another one under the same key', () => {
    const corpus = linkedCorpus({ sito: one, altro: two }, { sito: two }, { sito: one }, undefined);
    const differing = {
      article: 'b',
      what: 'differing-link',
      link: { key: 'sito', here: two, instead: one },
      saying: 2,
      articles: 4,
    };
    assert.deepEqual(links(corpus), [differing]);
    corpus.put('b', undefined);
    assert.deepEqual(links(corpus), []);
  });

  it('are those of the alphabet where as many articles give either', () => {
    assert.deepEqual(
      links(linkedCorpus({ sito: one }, { sito: two })).map(({ article }) => article),
      ['a'],
    );
  });

  it('are no matter where they stand under other keys, or only some articles have them', () => {
    assert.deepEqual(links(linkedCorpus({ sito: one }, { altro: two }, undefined)), []);
  });
});

describe('inconsistencyProblem', () => {
  const messages = (corpus: Corpus) =>
    corpus
      .inconsistencies()
      .map((each) => problemMessage(inconsistencyProblem(each, startOfFile)))
      .sort();

  it('says what most articles say, and how many', () => {
    assert.deepEqual(messages(corpusOf([tassoni], [{ ...short, type: 'event' }], [tassoni])), [
      'The entity “t” has the name “Irene Tassoni” in 2 of 3 articles, and here “Tassoni”.',
      'The entity “t” has the type “person” in 2 of 3 articles, and here “event”.',
    ]);
  });

  it('says which address most articles have, under which key', () => {
    const corpus = linkedCorpus({ sito: 'https://a.example' }, { sito: 'https://b.example' });
    assert.deepEqual(messages(corpus), [
      'The entity “t” has https://a.example as “sito” in 1 of 2 articles, and here https://b.example.',
    ]);
  });

  it('says whose name it is too, and what can be done', () => {
    assert.deepEqual(messages(corpusOf([tassoni], [tassoni], [{ ...tassoni, id: 'x' }])), [
      '“Irene Tassoni” is also the name of another entity of this type, “t” (articles: 2). If both are the same, merge “x” into it.',
    ]);
  });
});
