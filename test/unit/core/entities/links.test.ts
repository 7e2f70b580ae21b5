import assert from 'node:assert/strict';
import { isAddress, linksOf } from '../../../../src/core/entities/links';

describe('isAddress', () => {
  it('takes an address on the web, and no words around it', () => {
    for (const address of [
      'https://faro.example/a?b=c#d',
      'HTTP://faro.example',
      'https://灯台.example/光',
    ])
      assert.ok(isAddress(address), address);
    for (const words of [
      '',
      'faro.example',
      'ftp://faro.example',
      'vedi https://faro.example',
      'https://a b',
      'https://a<b>',
    ])
      assert.ok(!isAddress(words), words);
  });
});

describe('linksOf', () => {
  it('gives the addresses among the further keys, and nothing where there are none', () => {
    const sito = 'https://faro.example';
    assert.deepEqual(linksOf({ sito, nota: 'acceso', altri: [sito], numero: 3 }), { sito });
    assert.equal(linksOf({ nota: 'acceso' }), undefined);
    assert.equal(linksOf(undefined), undefined);
  });
});
