import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotateMentions } from '../../../../src/core/edit/mentionEdits';
import {
  formsOf,
  occurrencesToAnnotate,
  type OccurrencesWanted,
} from '../../../../src/core/edit/occurrences';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { apply } from '../../../../src/core/model/change';
import { overlaps, type Span } from '../../../../src/core/text/span';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

/** The marked spans of a text are what is found in it. */
function finds(
  source: string,
  forms: readonly string[],
  matching: OccurrencesWanted['matching'] = 'exact',
): void {
  const { text, spans } = marked(source);
  const found = occurrencesToAnnotate(text, setOf({}), { entity: 'x', forms, matching });
  assert.deepEqual(found, spans);
}

describe('occurrencesToAnnotate', () => {
  it('finds whole words in the order of the text', () => {
    finds('⟦Ines Dorn⟧ tace. Ines Dornier parla, ⟦Ines Dorn⟧, no. SuperInes Dorn', ['Ines Dorn']);
  });

  it('takes digits and combining marks for parts of words', () => {
    finds('Dorne\u0301 Dorn2 2Dorn ⟦Dorn⟧-2', ['Dorn']);
  });

  it('takes a word behind an elision, before a possessive, next to marks and brackets', () => {
    finds("dell’⟦Isola⟧, l'⟦Isola⟧, (⟦Isola⟧) “⟦Isola⟧” ⟦Isola⟧’s ⟦Isola⟧-madre", ['Isola']);
  });

  it('takes the longest of the forms', () => {
    finds('⟦Ines Dorn⟧ e poi ⟦Dorn⟧, ⟦Dorn⟧ Ines', ['Dorn', 'Ines Dorn']);
  });

  it('takes the shorter form where the longer one would end within a word', () => {
    finds('⟦Dorn⟧ Inesca', ['Dorn', 'Dorn Ines']);
  });

  it('heeds case unless told otherwise', () => {
    finds('DORN, dorn e ⟦Dorn⟧', ['Dorn']);
    finds('⟦DORN⟧, ⟦dorn⟧ e ⟦Dorn⟧; ⟦ÉLOÏSE⟧', ['Dorn', 'Éloïse'], 'ignoreCase');
  });

  it('finds words with other white space or another apostrophe in them', () => {
    finds('⟦Ines\u00A0Dorn⟧ e ⟦Ines  Dorn⟧', ['Ines Dorn']);
    finds("⟦D'Alba⟧ o ⟦D’Alba⟧", ['D’Alba']);
  });

  it('finds any occurrence in scripts that do not part words', () => {
    finds('今天⟦北港⟧市长说，⟦北港⟧人等待。', ['北港']);
    finds('นาย⟦สมชาย⟧กล่าว', ['สมชาย']);
    finds('新⟦ADB⟧会议', ['ADB']);
  });

  it('reads a form as words, whatever it holds', () => {
    finds('⟦U.S. (Navy)⟧ ma non UxS. (Navy)', ['U.S. (Navy)']);
    finds('niente', ['', ' ']);
    finds('niente', []);
  });

  describe('with annotations', () => {
    const { text, spans } = marked('⟦Corva del ⟦Nord⟧⟧, ⟦Corva⟧, Corva del Nord. Corva e Nord');
    const [wide, north, corva] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
    const entities = [entityOf('Corva', 'location'), entityOf('Corva del Nord', 'location')];
    const wanted = { entity: 'corva', forms: ['Corva'], matching: 'exact' } as const;
    const starts = (...found: readonly { start: number }[]) => found.map(({ start }) => start);

    it('takes nothing within a mention that is as long or longer, nor what is annotated', () => {
      const set = setOf({
        entities,
        mentions: [mentionOf('corva-del-nord', text, wide), mentionOf('corva', text, corva)],
      });
      assert.deepEqual(starts(...occurrencesToAnnotate(text, set, wanted)), [
        text.lastIndexOf('Corva'),
      ]);
    });

    it('takes nothing within a name that is known, annotated there or not', () => {
      const found = occurrencesToAnnotate(text, setOf({ entities }), wanted);
      assert.deepEqual(starts(...found), [corva.start, text.lastIndexOf('Corva')]);
    });

    it('takes what is longer than the mention of another entity in it, not of its own', () => {
      const forms = ['Corva del Nord'];
      const of = (entity: string) => setOf({ mentions: [mentionOf(entity, text, north)] });
      const search = { entity: 'corva-del-nord', forms, matching: 'exact' } as const;
      assert.equal(occurrencesToAnnotate(text, of('nord'), search).length, 2);
      assert.equal(occurrencesToAnnotate(text, of('corva-del-nord'), search).length, 1);
    });
  });

  itHolds(
    'finds nothing more once its finds are annotated',
    annotatedArticles,
    ({ article, set }) => {
      const { text } = article.text;
      for (const entity of set.entities.values()) {
        const wanted = {
          entity: entity.id,
          forms: formsOf(set, entity.id),
          matching: 'ignoreCase',
        } as const;
        const found = occurrencesToAnnotate(text, set, wanted);
        found.slice(1).forEach((span, i) => {
          assert.ok(!overlaps(span, nth(found, i)));
        });
        const annotated = apply(annotateMentions(set, text, found, entity), set);
        assert.deepEqual(occurrencesToAnnotate(text, annotated, wanted), []);
      }
    },
    200, // patterns with classes of Unicode take a while to compile
  );

  itHolds(
    'finds what looking for each form at each place finds',
    fc.tuple(
      fc.array(fc.constantFrom('Dorn', 'Ines', 'Ines Dorn', ' ', ', ', 'a', '北'), {
        maxLength: 12,
      }),
      fc.uniqueArray(fc.constantFrom('Dorn', 'Ines', 'Ines Dorn', '北'), { minLength: 1 }),
    ),
    ([parts, forms]) => {
      const text = parts.join('');
      const expected: { start: number; end: number }[] = [];
      const isLetter = (at: number) => /[A-Za-z]/.test(text.charAt(at));
      const longestFirst = [...forms].sort((a, b) => b.length - a.length);
      for (let at = 0; at < text.length; at += 1) {
        const form = longestFirst.find(
          (each) =>
            text.startsWith(each, at) &&
            (each === '北' || (!isLetter(at - 1) && !isLetter(at + each.length))),
        );
        if (form === undefined) continue;
        expected.push({ start: at, end: at + form.length });
        at += form.length - 1;
      }
      const wanted = { entity: 'x', forms, matching: 'exact' } as const;
      assert.deepEqual(occurrencesToAnnotate(text, setOf({}), wanted), expected);
    },
  );
});

describe('formsOf', () => {
  it('has the name and the words of mentions, each once, but no descriptions', () => {
    const { text, spans } = marked(
      '⟦Dorn⟧, ⟦la sindaca⟧, ⟦van der Meer⟧, ⟦Dorn⟧, ⟦北港⟧ ⟦Ines⟧ … ⟦Meer⟧',
    );
    const id = 'ines-van-der-meer';
    const single = spans.slice(0, 5).map((span) => mentionOf(id, text, span));
    const split = mentionOf(id, text, nth(spans, 5), nth(spans, 6));
    const set = setOf({ entities: [entityOf('Ines van der Meer')], mentions: [...single, split] });
    assert.deepEqual(formsOf(set, id), ['Ines van der Meer', 'Dorn', 'van der Meer', '北港']);
  });

  it('has none of an entity that the set does not know', () => {
    assert.deepEqual(formsOf(setOf({}), 'nessuno'), []);
  });
});

describe('the other occurrences of a name', () => {
  /** The words found for a name, or for the names of an entity, in a text with no annotations. */
  const found = (text: string, name: string, matching: 'exact' | 'ignoreCase' = 'exact') =>
    occurrencesToAnnotate(text, emptySet, { entity: 'x', forms: [name], matching }).map(
      ({ start, end }) => text.slice(start, end),
    );

  it('are found whatever signs the name is written with', () => {
    for (const name of [
      'C++',
      'Yahoo!',
      'U.S.',
      'M*A*S*H',
      'P!nk?',
      '[sic]',
      '(ex) Ilva',
      'A|B',
      '$9',
      'a{1}',
      'AC/DC',
      'x^2',
      'C:\\',
    ]) {
      assert.deepEqual(found(`Qui ${name} e là ${name}.`, name), [name, name], name);
    }
    assert.deepEqual(found('Gli Usa e la USA', 'U.S.'), [], 'a point is no other letter');
  });

  it('are found over any white space and with any apostrophe', () => {
    const text = 'Corea del Nord, Corea  del\nNord, Corea\u00a0del Nord; CoreadelNord';
    assert.equal(found(text, 'Corea del Nord').length, 3);
    assert.equal(found(text, ' Corea  del Nord ').length, 3);
    const marks = "L’Aquila, L'Aquila, LʼAquila, L Aquila";
    for (const name of ['L’Aquila', "L'Aquila", 'LʼAquila']) {
      assert.deepEqual(found(marks, name), ['L’Aquila', "L'Aquila", 'LʼAquila']);
    }
  });

  it('are whole words, but in scripts that write none apart', () => {
    assert.deepEqual(found('Roma, Romano, aRoma, Roma2, Roma\u0301, Roma', 'Roma'), [
      'Roma',
      'Roma',
    ]);
    assert.deepEqual(found('北京市长说北京。', '北京'), ['北京', '北京']);
    assert.deepEqual(found('👩‍🚀Roma👩‍🚀', 'Roma'), ['Roma']);
    assert.deepEqual(found('قال بوتين: وبوتين', 'بوتين'), ['بوتين']);
  });

  it('of no words are none', () => {
    assert.deepEqual(found('a b', ' '), []);
    assert.deepEqual(found('a b', ''), []);
  });

  it('are of any case only where that is asked for', () => {
    assert.deepEqual(found('ROMA Roma roma', 'Roma'), ['Roma']);
    assert.deepEqual(found('ROMA Roma roma', 'Roma', 'ignoreCase'), ['ROMA', 'Roma', 'roma']);
  });
});

describe('an occurrence within a longer name', () => {
  /** What of the name `Corea` is found in a text whose set knows these other names. */
  const left = (
    text: string,
    others: readonly string[],
    matching: 'exact' | 'ignoreCase' = 'exact',
  ) => {
    const set = setOf({ entities: others.map((name) => entityOf(name, 'location')) });
    return occurrencesToAnnotate(text, set, { entity: 'x', forms: ['Corea'], matching }).map(
      ({ start }) => start,
    );
  };

  it('is none, wherever in the name it stands', () => {
    assert.deepEqual(left('Corea del Nord, Corea', ['Corea del Nord']), [16]);
    assert.deepEqual(left('Nord Corea, Corea', ['Nord Corea']), [12]);
    assert.deepEqual(left('la Corea Corea qui', ['Corea Corea']), []);
    assert.deepEqual(left("Corea d’Alto e Corea d'Alto", ['Corea d’Alto']), []);
    assert.deepEqual(left('Corea\ndel Nord', ['Corea del Nord']), []);
  });

  it('is one where only a part of the longer name stands there, or more than it', () => {
    assert.deepEqual(left('Corea del Nordest', ['Corea del Nord']), [0]);
    assert.deepEqual(left('Corea del', ['Corea del Nord']), [0]);
    assert.deepEqual(left('exNord Corea', ['Nord Corea']), [7]);
    assert.deepEqual(left('Corea', ['Nord Corea']), [0]);
  });

  it('is looked for in the case that is asked for', () => {
    assert.deepEqual(left('COREA DEL NORD, COREA', ['Corea del Nord'], 'ignoreCase'), [16]);
    assert.deepEqual(left('Corea DEL NORD', ['Corea del Nord']), [0]);
  });

  it('is none in the words of a mention either, but for one in pieces', () => {
    const text = 'Corea del Nord qui, Corea del Nord là';
    const [whole, first, last] = [
      { start: 0, end: 14 },
      { start: 0, end: 5 },
      { start: 10, end: 14 },
    ];
    const starts = (...spans: readonly Span[]) => {
      const set = setOf({
        entities: [entityOf('KN')],
        mentions: [mentionOf('kn', text, ...spans)],
      });
      const wanted = { entity: 'x', forms: ['Corea'], matching: 'exact' } as const;
      return occurrencesToAnnotate(text, set, wanted).map(({ start }) => start);
    };
    assert.deepEqual(starts(whole), []);
    assert.deepEqual(starts(first, last), [20], 'the piece is taken, the other place free');
  });
});
