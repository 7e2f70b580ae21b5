import assert from 'node:assert/strict';
import { placedIn } from '../../../../src/core/merge/placing';
import { targetsOf } from '../../../../src/core/model/annotationSet';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { articleOf } from '../../../support/builders';

const before = 'Ada vede Bea.\nCarla tace.\n';
const was = articleOf(before).identity.id();
const source = `chiosa: 1
text: ${was}
entities:
  ada:
    name: Ada
    type: person
    mentions:
      - { exact: Ada, suffix: " vede Bea.", conflict: { theirs: { exact: Ada vede } } }
  carla:
    name: Carla
    type: person
    mentions:
      - { exact: Carla, suffix: " tace." }
`;

/** What the sidecar says in a text: the words at each place, and the first selectors. */
function placed(text: string, isKnown = true) {
  const article = articleOf(text);
  const textId = article.identity.id();
  const oldTexts = (id: string) => (isKnown && id === was ? before : undefined);
  const set = placedIn(parseSource(source), { article, textId, oldTexts });
  const words = targetsOf(set).map((target) =>
    target.spans?.map(({ start, end }) => text.slice(start, end)).join(' … '),
  );
  return { set, words };
}

describe('placedIn', () => {
  it('carries annotations over, and writes their selectors for the text', () => {
    const { set, words } = placed('Ieri Ada Perrin vede Bea.\nCarla tace.\n');
    assert.deepEqual(words, ['Ada', 'Carla']);
    assert.deepEqual(set.mentions[0]?.target.selectors, [
      { exact: 'Ada', prefix: 'Ieri ', suffix: ' Perrin vede Bea.' },
    ]);
    assert.deepEqual(set.mentions[1]?.target.selectors, [{ exact: 'Carla', suffix: ' tace.' }]);
  });

  it('says of what is lost, and of what is undecided, for which text it was written', () => {
    const { set, words } = placed('Ada vede Bea.\nPiove.\n');
    assert.deepEqual(words, ['Ada', undefined]);
    assert.deepEqual(set.mentions[1]?.target, {
      selectors: [{ exact: 'Carla', suffix: ' tace.', text: was }],
    });
    assert.deepEqual(set.mentions[0]?.conflict, { theirs: { exact: 'Ada vede', text: was } });
  });

  it('changes nothing where the text is the same', () => {
    assert.deepEqual(placed(before).set.mentions[0]?.conflict, { theirs: { exact: 'Ada vede' } });
  });

  describe('between git’s marks', () => {
    const text = [
      '<<<<<<< HEAD',
      'Ada vede Bea, oggi.',
      '=======',
      'Ada vede Bea, ieri.',
      'Carla tace.',
      '>>>>>>> other',
      '',
    ].join('\n');

    for (const isKnown of [true, false]) {
      const how = isKnown ? 'with the old text' : 'without it';
      it(`looks in the lines of ours first, then in those of theirs, ${how}`, () => {
        const { set, words } = placed(text, isKnown);
        assert.deepEqual(words, ['Ada', 'Carla']);
        const [first, second] = set.mentions.map(({ target }) => target.spans?.[0]?.start);
        assert.equal(first, text.indexOf('Ada'));
        assert.equal(second, text.indexOf('Carla'));
      });
    }
  });
});
