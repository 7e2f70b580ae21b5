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
