import assert from 'node:assert/strict';
import { Places } from '../../../../src/core/model/places';

function placesOf(...spans: readonly [start: number, end: number][]): Places<string> {
  const places = Places.none<string>();
  for (const [start, end] of spans) places.add(`${start}–${end}`, { start, end });
  return places;
}

describe('Places', () => {
  it('come into the order of the text, the longer first where two start together', () => {
    const ordered = placesOf([5, 6], [0, 2], [0, 9]).inOrder();
    assert.deepEqual(ordered.items, ['0–9', '0–2', '5–6']);
    assert.deepEqual(ordered.at(2), { item: '5–6', span: { start: 5, end: 6 } });
  });

  it('are the very ones where they are in order already', () => {
    const places = placesOf([0, 9], [0, 2], [5, 6]);
    assert.equal(places.inOrder(), places);
  });

  it('take another one where it belongs, behind one that is equal', () => {
    const places = placesOf([0, 9], [3, 4], [5, 6]);
    places.insert({ item: 'other', span: { start: 3, end: 4 } });
    places.insert({ item: 'last', span: { start: 7, end: 8 } });
    assert.deepEqual(places.items, ['0–9', '3–4', 'other', '5–6', 'last']);
  });

  it('are copied without some, or all of them, and stay as they are', () => {
    const places = placesOf([0, 9], [3, 4], [5, 6]);
    const kept = places.without((item) => item === '3–4');
    assert.deepEqual(kept.items, ['0–9', '5–6']);
    const copy = places.without(undefined);
    copy.insert({ item: 'other', span: { start: 1, end: 2 } });
    assert.equal(copy.length, 4);
    assert.equal(places.length, 3);
  });
});
