import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compareSpans,
  inOrder,
  contains,
  overlaps,
  touches,
  type Span,
} from '../../../../src/core/text/span';
import { itHolds } from '../../../support/property';

const span = (start: number, end: number): Span => ({ start, end });
const spans = fc.tuple(fc.nat(12), fc.nat(6)).map(([start, length]) => span(start, start + length));

describe('compareSpans', () => {
  it('orders by start, the longer one first where two start together', () => {
    const ordered = [span(0, 9), span(0, 4), span(2, 3), span(2, 3), span(5, 6)];
    assert.deepEqual([...ordered].reverse().sort(compareSpans), ordered);
  });

  itHolds('is 0 only for the same span', fc.tuple(spans, spans), ([a, b]) => {
    assert.equal(compareSpans(a, b) === 0, a.start === b.start && a.end === b.end);
    assert.equal(Math.sign(compareSpans(a, b)), 0 - Math.sign(compareSpans(b, a)));
  });
});

describe('inOrder', () => {
  it('gives the spans in the order of the text, each once', () => {
    const given = [span(4, 6), span(0, 2), span(4, 6), span(0, 3), span(0, 2)];
    assert.deepEqual(inOrder(given), [span(0, 3), span(0, 2), span(4, 6)]);
    assert.equal(given.length, 5);
  });

  it('gives none for none', () => {
    assert.deepEqual(inOrder([]), []);
  });
});

describe('overlaps', () => {
  const unitsOf = ({ start, end }: Span) =>
    Array.from({ length: end - start }, (_, i) => start + i);
  const filled = spans.filter(({ start, end }) => start < end);
  itHolds('is about code units that both have', fc.tuple(filled, filled), ([a, b]) => {
    const shared = unitsOf(a).filter((unit) => unitsOf(b).includes(unit));
    assert.equal(overlaps(a, b), shared.length > 0);
  });

  it('is not so for spans that only meet', () => {
    assert.ok(!overlaps(span(0, 4), span(4, 8)));
  });
});

describe('touches', () => {
  it('is so from the first code unit to just behind the last', () => {
    const touched = [1, 2, 3, 4, 5].filter((offset) => touches(span(2, 4), offset));
    assert.deepEqual(touched, [2, 3, 4]);
  });

  it('works at the start of the text', () => {
    assert.ok(touches(span(0, 4), 0));
  });
});

describe('contains', () => {
  it('is so for itself, its parts, and nothing that sticks out', () => {
    assert.ok(contains(span(2, 6), span(2, 6)));
    assert.ok(contains(span(2, 6), span(3, 4)));
    assert.ok(!contains(span(2, 6), span(1, 4)));
    assert.ok(!contains(span(2, 6), span(5, 7)));
  });
});
