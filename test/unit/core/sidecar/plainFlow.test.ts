import assert from 'node:assert/strict';
import { PlainFlow } from '../../../../src/core/sidecar/plainFlow';

describe('PlainFlow', () => {
  const values: readonly [line: string, value: unknown][] = [
    ['Rossi', 'Rossi'],
    ['Choe Son-hui', 'Choe Son-hui'],
    ['"«Sì», 1: {a}"', '«Sì», 1: {a}'],
    ['"a\\u00a0b\\"\\\\"', 'a\u00a0b"\\'],
    ['12', 12],
    ['0', 0],
    ['true', true],
    ['false  # no', false],
    ['2025-07-12', '2025-07-12'],
    ['0123456789abcdef0123456789abcdef01234567', '0123456789abcdef0123456789abcdef01234567'],
    ['[]', []],
    ['{}', {}],
    ['[ a, 1, [ b ] ]', ['a', 1, ['b']]],
    [
      '{ exact: Rossi, suffix: ", ieri", occurrence: 2 }',
      { exact: 'Rossi', suffix: ', ieri', occurrence: 2 },
    ],
    ['{exact: 李明}   # nota', { exact: '李明' }],
  ];
  for (const [line, value] of values) {
    it(`reads ${line}`, () => {
      assert.deepEqual(new PlainFlow(line, 0).read(), value);
    });
  }

  const left = [
    '',
    '# nota',
    'no',
    'null',
    '~',
    '007',
    '1.5',
    '1e3',
    '0x1F',
    '123456789012345678',
    'Rossi, Mario',
    'Rossi: Mario',
    'Rossi#1',
    "'Rossi'",
    '&a Rossi',
    '*a',
    '!!str Rossi',
    '| ',
    '"Rossi',
    '"Rossi"x',
    '"a\\x41"',
    '"a\u0085b"',
    '{ a: 1',
    '{ a: 1, a: 2 }',
    '{ a:1 }',
    '{ a }',
    '{ "__proto__": 1 }',
    '{ a: 1,, b: 2 }',
    '[ a b: c ]',
  ];
  for (const line of left) {
    it(`leaves “${line}” to a parser of all of YAML`, () => {
      assert.equal(new PlainFlow(line, 0).read(), undefined);
    });
  }

  it('reads a key with its colon, and what follows', () => {
    const flow = new PlainFlow('  "il: nome": Rossi', 2);
    assert.equal(flow.readKey(), 'il: nome');
    assert.equal(flow.isAtEnd(), false);
    assert.equal(flow.read(), 'Rossi');
    assert.equal(new PlainFlow('entities: # qui', 0).readKey(), 'entities');
  });

  it('takes a comment behind a key for the end of the line, and words behind it for a value', () => {
    for (const line of ['alba:', 'alba: ', 'alba: # la sorella', 'alba:   # «sì»: no']) {
      const flow = new PlainFlow(line, 0);
      assert.equal(flow.readKey(), 'alba');
      assert.ok(flow.isAtEnd(), line);
    }
    for (const line of ['alba: x', 'alba: x # la sorella', 'alba: "#"', 'alba: {}# no']) {
      const flow = new PlainFlow(line, 0);
      flow.readKey();
      assert.ok(!flow.isAtEnd(), line);
    }
    const touching = new PlainFlow('alba: {}# no', 0);
    touching.readKey();
    assert.equal(touching.read(), undefined, 'a comment has a space before it');
  });

  it('takes no key without a colon, and none that YAML or an object cannot have', () => {
    for (const line of ['Rossi', 'a:b', '"__proto__": 1', `${'x'.repeat(1001)}: 1`, '1: a']) {
      assert.equal(new PlainFlow(line, 0).readKey(), undefined, line);
    }
  });
});
