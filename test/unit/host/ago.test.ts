import assert from 'node:assert/strict';
import { ago } from '../../../src/host/ago';

describe('how long ago something was', () => {
  const now = Date.UTC(2025, 5, 15, 12);
  const said = (ms: number, language = 'en') => ago(new Date(now - ms), now, language);
  const hour = 3_600_000;

  it('is said in the largest unit that it has one of', () => {
    assert.deepEqual(
      [5000, 90_000, 3 * hour, 24 * hour, 15 * 24 * hour, 800 * 24 * hour].map((ms) => said(ms)),
      ['5 seconds ago', '1 minute ago', '3 hours ago', 'yesterday', '2 weeks ago', '2 years ago'],
    );
  });

  it('is said in the language of who reads it', () => {
    assert.equal(said(3 * 24 * hour, 'it'), '3 giorni fa');
  });
});
