import assert from 'node:assert/strict';
import fs from 'node:fs';
import { wordsOf, type Entity } from '../../../src/core/model/annotation';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { articleOf, readSet } from '../../support/builders';
import { repositoryPath } from '../../support/files';
import { entitiesOf, setOfPlaces } from '../../support/places';

const article = articleOf('😀 Ada Perrin tace.\n“La 🌊 sale”, dice lei, “e poi\nscende”.\n');
const described = 'entity ada-perrin person Ada Perrin\n';
const places = `# Everything there is.
${described}entity onda event La 🌊
mention 1:3+10 ada-perrin person
mention 2:2+4 onda event
quote 2:2+9 2:25+12 direct cue 2:14+4 speaker ada-perrin 2:19+3
`;

describe('a file of places', () => {
  it('says annotations in code points, beyond the ends of lines too', () => {
    const set = setOfPlaces(places, article.text);
    assert.deepEqual(
      set.mentions.map(({ entity, target }) => [entity, wordsOf(target)]),
      [
        ['ada-perrin', 'Ada Perrin'],
        ['onda', 'La 🌊'],
      ],
    );
    const [quote] = set.quotes;
    assert.ok(quote?.cue && quote.speaker?.target);
    assert.deepEqual(
      [quote.kind, wordsOf(quote.content), wordsOf(quote.cue.target)],
      ['direct', 'La 🌊 sale … e poi\nscende', 'dice'],
    );
    assert.deepEqual([quote.speaker.entity, wordsOf(quote.speaker.target)], ['ada-perrin', 'lei']);
  });

  it('says what a sidecar written of it says', () => {
    const set = setOfPlaces(places, article.text);
    assert.deepEqual(readSet(writeSidecar(set, article), article), set);
  });

  it('may say of a quote nothing but its words, or a speaker without words or without an entity', () => {
    const quotes = ['speaker', 'speaker ada-perrin', 'speaker 2:19+3'].map((speaker, nth) => {
      const line = `quote 2:${String(nth + 2)}+1 indirect cue ${speaker}\n`;
      return setOfPlaces(described + line, article.text).quotes[0];
    });
    const said = quotes.map((quote) => quote && [quote.cue, quote.speaker]);
    const [nobody, herself, words] = said.map((each) => each?.[1]);
    assert.deepEqual(said[0], [undefined, undefined]);
    assert.deepEqual([nobody, herself], [undefined, { entity: 'ada-perrin' }]);
    assert.deepEqual(words && Object.keys(words), ['target']);
  });

  for (const [what, lines] of [
    ['a line of no known kind', 'mentions 1:3+3 ada-perrin person'],
    ['an entity without a name', 'entity onda event'],
    ['a kind of quote that there is not', 'quote 2:2+9 loud cue speaker'],
    ['an entity that is not described', 'mention 1:3+3 onda event'],
    ['another type than the described one', 'mention 1:3+3 ada-perrin event'],
    ['a place behind the text', 'mention 2:30+99 ada-perrin person'],
    ['a line behind the text', 'mention 9:1+1 ada-perrin person'],
  ] as const) {
    it(`is refused where it has ${what}`, () => {
      assert.throws(() => setOfPlaces(`${described}${lines}\n`, article.text));
    });
  }
});

describe('the places of the real articles', () => {
  it('describe every entity alike in all articles', () => {
    const known = new Map<string, Entity>();
    const folder = repositoryPath('test', 'fixtures', 'seeds');
    const files = fs.readdirSync(folder);
    assert.equal(files.length, 5);
    for (const file of files) {
      for (const entity of entitiesOf(fs.readFileSync(`${folder}/${file}`, 'utf8'))) {
        assert.deepEqual(known.get(entity.id) ?? entity, entity);
        known.set(entity.id, entity);
      }
    }
  });
});
