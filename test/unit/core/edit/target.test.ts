import assert from 'node:assert/strict';
import { samePlace, sameTarget, targetFor } from '../../../../src/core/edit/target';
import { marked } from '../../../support/marked';

const { text, spans } = marked('“⟦Il ponte⟧”, ha detto Rossi, “⟦resta chiuso⟧”.');

describe('targetFor', () => {
  it('describes each span', () => {
    assert.deepEqual(targetFor(text, spans), {
      selectors: [
        { exact: 'Il ponte', prefix: '“', suffix: '”, ha detto Rossi, “resta' },
        { exact: 'resta chiuso', prefix: '“Il ponte”, ha detto Rossi, “', suffix: '”.' },
      ],
      spans,
    });
  });

  it('puts the pieces in the order of the text and leaves the given list as it was', () => {
    const given = [...spans].reverse();
    assert.deepEqual(targetFor(text, given), targetFor(text, spans));
    assert.deepEqual(given, [...spans].reverse());
  });
});

describe('targetFor, given a span twice', () => {
  it('has it once', () => {
    assert.deepEqual(targetFor(text, [...spans, ...spans]), targetFor(text, spans));
  });
});

describe('samePlace', () => {
  it('is so for the same spans', () => {
    assert.ok(samePlace(targetFor(text, spans), structuredClone(spans)));
  });

  it('is not so for others, fewer, more, or none', () => {
    const target = targetFor(text, spans);
    assert.ok(!samePlace(target, spans.slice(0, 1)));
    assert.ok(!samePlace(target, [...spans, { start: 0, end: 1 }]));
    assert.ok(
      !samePlace(
        target,
        spans.map(({ start, end }) => ({ start, end: end + 1 })),
      ),
    );
    assert.ok(!samePlace({ selectors: target.selectors }, spans));
    assert.ok(!samePlace({ selectors: [] }, []));
  });
});

describe('sameTarget', () => {
  const target = targetFor(text, spans);
  const [selector] = target.selectors;

  it('is so for the same places, however they are written', () => {
    assert.ok(sameTarget(target, { ...target, selectors: [{ exact: 'altro' }] }));
    assert.ok(!sameTarget(target, targetFor(text, spans.slice(1))));
  });

  it('compares what is written where there are no places', () => {
    assert.ok(selector);
    const lost = { selectors: [selector] };
    assert.ok(sameTarget(lost, structuredClone(lost)));
    assert.ok(!sameTarget(lost, { selectors: [{ exact: 'altro' }] }));
    assert.ok(!sameTarget(lost, targetFor(text, spans.slice(0, 1))));
    assert.ok(!sameTarget(targetFor(text, spans.slice(0, 1)), lost));
  });
});

describe('targetFor, given what was there before', () => {
  const written = { exact: 'resta chiuso', prefix: 'Rossi, “', extra: { nota: 'la fine' } };
  const [first, last] = spans;
  assert.ok(first && last);

  it('keeps the selector of each piece that stays, whatever comes before it', () => {
    const previous = { selectors: [written], spans: [last] };
    assert.deepEqual(targetFor(text, [last, first], previous).selectors[1], written);
    assert.deepEqual(targetFor(text, [last], previous), previous);
  });

  it('describes a piece anew of which one end is another', () => {
    const previous = { selectors: [written], spans: [last] };
    for (const span of [
      { start: last.start, end: last.end - 7 },
      { start: last.start + 6, end: last.end },
    ]) {
      assert.deepEqual(targetFor(text, [span], previous), targetFor(text, [span]));
    }
    assert.deepEqual(targetFor(text, [first], { selectors: [written] }), targetFor(text, [first]));
  });

  it('is not at the same place where only one end is', () => {
    const target = targetFor(text, [first]);
    assert.ok(!samePlace(target, [{ start: first.start, end: first.end - 1 }]));
    assert.ok(!samePlace(target, [{ start: first.start + 1, end: first.end }]));
    const pieces = targetFor(text, [first, last]);
    assert.ok(!samePlace(pieces, [first, { start: last.start, end: last.end - 1 }]));
    assert.ok(!samePlace(pieces, [{ start: first.start + 1, end: first.end }, last]));
  });
});
