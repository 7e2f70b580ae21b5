import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateRange, isWithin } from '../../../../src/core/concordance/dateRange';
import { itHolds } from '../../../support/property';

const has = (range: string, date: string) => {
  const parsed = dateRange(range);
  assert.ok(parsed, range);
  return isWithin(date, parsed);
};

describe('dateRange', () => {
  it('takes years, months and days, and from one to another', () => {
    assert.deepEqual(dateRange('2024'), { from: '2024', to: '2024' });
    assert.deepEqual(dateRange('2024-02-29'), { from: '2024-02-29', to: '2024-02-29' });
    assert.deepEqual(dateRange('2024-01..2024-03'), { from: '2024-01', to: '2024-03' });
    assert.deepEqual(dateRange('2024..'), { from: '2024' });
    assert.deepEqual(dateRange('..2024-05'), { to: '2024-05' });
    assert.deepEqual(dateRange('2024-05..2024'), { from: '2024-05', to: '2024' });
  });

  it('takes nothing else', () => {
    for (const words of [
      ...['', '..', '24', '2024-1', '2024-13', '2024-00', '2023-02-29', '2024-01-32', 'maggio'],
      ...['2024..2023', '2024-05..2024-04', '2024-05..2023', '2024..2025..2026', '2024-01-01T10'],
    ]) {
      assert.equal(dateRange(words), undefined, words);
    }
  });
});

describe('isWithin', () => {
  it('has both ends, to their last day and minute', () => {
    assert.ok(has('2024', '2024-12-31'));
    assert.ok(has('2024-01..2024-03', '2024-03-31T23:59:00Z'));
    assert.ok(has('2024-01..2024-03', '2024-01-01'));
    assert.ok(!has('2024-01..2024-03', '2024-04-01'));
    assert.ok(!has('2024-01..2024-03', '2023-12-31'));
    assert.ok(has('..2023', '1999-01-01'));
    assert.ok(!has('..2023', '2024-01-01'));
    assert.ok(has('2024..', '2999-01-01'));
    assert.ok(!has('2024..', '2023-12-31'));
  });

  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  itHolds('is as the days stand in the calendar', fc.tuple(day, day, day), ([a, b, date]) => {
    const [from = a, to = b] = [a, b].sort();
    assert.equal(has(`${from}..${to}`, `${date}T08:00:00Z`), from <= date && date <= to);
    assert.ok(has(date.slice(0, 7), date));
    assert.equal(has(from.slice(0, 4), date), from.slice(0, 4) === date.slice(0, 4));
  });
});
