import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, type Change } from '../../../../src/core/model/change';
import { History } from '../../../../src/core/model/history';
import { itHolds } from '../../../support/property';
import { annotatedTwice } from '../../../support/randomSets';

describe('History', () => {
  it('has nothing to undo or redo at first', () => {
    const history = new History<string>();
    history.undone();
    history.redone();
    assert.equal(history.nextUndo, undefined);
    assert.equal(history.nextRedo, undefined);
  });

  it('undoes and redoes in the order of the steps', () => {
    const history = new History<string>();
    history.record('uno');
    history.record('due');
    assert.equal(history.nextUndo, 'due');
    history.undone();
    assert.deepEqual([history.nextUndo, history.nextRedo], ['uno', 'due']);
    history.undone();
    assert.deepEqual([history.nextUndo, history.nextRedo], [undefined, 'uno']);
    history.redone();
    history.redone();
    assert.deepEqual([history.nextUndo, history.nextRedo], ['due', undefined]);
  });

  it('cannot redo what was taken back before a new step', () => {
    const history = new History<string>();
    history.record('uno');
    history.undone();
    history.record('due');
    assert.deepEqual([history.nextUndo, history.nextRedo], ['due', undefined]);
  });

  it('leaves a step where it is until its undoing has succeeded', () => {
    const history = new History<string>();
    history.record('uno');
    assert.equal(history.nextUndo, 'uno');
    assert.equal(history.nextUndo, 'uno');
    assert.equal(history.nextRedo, undefined);
  });

  it('forgets one step, wherever it is, and no other', () => {
    const history = new History<string>();
    ['uno', 'due', 'due', 'tre', 'quattro'].forEach((step) => {
      history.record(step);
    });
    history.undone();
    history.undone();
    history.replace('due');
    history.replace('tre');
    history.replace('cinque');
    assert.deepEqual([history.nextUndo, history.nextRedo], ['due', 'quattro']);
    history.undone();
    assert.deepEqual([history.nextUndo, history.nextRedo], ['uno', 'due']);
  });

  it('puts parts of a step in its place, in their order', () => {
    const history = new History<string>();
    history.record('uno');
    history.record('due');
    history.replace('due', 'due a', 'due b');
    history.undone();
    assert.deepEqual([history.nextUndo, history.nextRedo], ['due a', 'due b']);
    history.replace('due b', 'due c');
    history.redone();
    assert.equal(history.nextUndo, 'due c');
  });

  it('leaves the steps behind and before one that is replaced', () => {
    const history = new History<string>();
    for (const step of ['uno', 'due', 'tre', 'quattro']) history.record(step);
    history.replace('due', 'due a');
    const steps: (string | undefined)[] = [];
    for (let left = 5; left > 0; left -= 1) {
      steps.push(history.nextUndo);
      history.undone();
    }
    assert.deepEqual(steps, ['quattro', 'tre', 'due a', 'uno', undefined]);
    history.replace('tre');
    history.redone();
    history.redone();
    assert.deepEqual([history.nextUndo, history.nextRedo], ['due a', 'quattro']);
  });

  const acts = fc.array(fc.constantFrom('do', 'do', 'undo', 'redo'), { maxLength: 30 });
  itHolds(
    'walks through the same states as a list of them, however one goes back and forth',
    fc.tuple(annotatedTwice, acts),
    ([{ set: start, other }, walk]) => {
      const history = new History<Change>();
      const fresh = changesBetween(start, other);
      const states: AnnotationSet[] = [start];
      let [now, set] = [0, start];
      for (const act of walk) {
        if (act === 'do') {
          const change = fresh.shift();
          if (!change) continue;
          set = apply(change, set);
          history.record(change);
          states.splice(now + 1, Infinity, set);
          now += 1;
        } else if (act === 'undo' && history.nextUndo) {
          set = apply(invert(history.nextUndo), set);
          history.undone();
          now -= 1;
        } else if (act === 'redo' && history.nextRedo) {
          set = apply(history.nextRedo, set);
          history.redone();
          now += 1;
        }
        assert.deepEqual(set, states[now]);
        assert.equal(history.nextUndo !== undefined, now > 0);
        assert.equal(history.nextRedo !== undefined, now < states.length - 1);
      }
    },
  );
});

/** Adds what the other set has, one by one, and takes away what this one has. */
function changesBetween(set: AnnotationSet, other: AnnotationSet): Change[] {
  const entities = [...other.entities.values()].filter(({ id }) => !set.entities.has(id));
  return [
    ...entities.map((after) => ({ entities: [{ after }] })),
    ...other.mentions.map((after) => ({ mentions: [{ after }] })),
    ...set.mentions.map((before) => ({ mentions: [{ before }] })),
    ...other.quotes.map((after) => ({ quotes: [{ after }] })),
    ...set.quotes.map((before) => ({ quotes: [{ before }] })),
    { article: { before: set.article, after: other.article } },
  ];
}
