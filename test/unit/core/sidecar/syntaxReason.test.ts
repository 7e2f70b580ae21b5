import assert from 'node:assert/strict';
import { YAMLParseError } from 'yaml';
import { syntaxReason } from '../../../../src/core/sidecar/syntaxReason';
import { parseYaml } from '../../../../src/core/sidecar/yamlTokens';

/** What slips into YAML that is written by hand, by the reason that is given for it. */
const slips: Readonly<Record<string, readonly string[]>> = {
  'yaml-syntax/anchor': ['a: &x &y 1\n', 'a: !x !y 1\n'],
  'yaml-syntax/brackets': ['a: { b: 1 c: 2 }\n', 'a: { b:\n - x }\n'],
  'yaml-syntax/directive': ['%YAML\n---\na: 1\n'],
  'yaml-syntax/documents': ['a: 1\n---\nb: 2\n'],
  'yaml-syntax/escape': ['a: "C:\\quotes"\n'],
  'yaml-syntax/first-character': ['a: @rossi\n', 'a: `x\n', 'a: %x\n'],
  'yaml-syntax/indentation': ['a:\n  b: 1\n c: 2\n'],
  'yaml-syntax/key': ['a:1\nb: 2\n', 'words\nb: 2\n', 'a: 1\nb\n'],
  'yaml-syntax/long-key': [`${'x'.repeat(1100)}: 1\n`],
  'yaml-syntax/missing-character': ['a: { "b" 1 }\n', 'a: "x"#c\n'],
  'yaml-syntax/second-key': ['title: Rossi: il sindaco\n', 'a: 1\n  b: 2\n'],
  'yaml-syntax/tab': ['a:\n\tb: 1\n'],
  'yaml-syntax/unclosed-bracket': ['a: { b: 1\n', '{ a: 1\n', 'a: [ 1, 2\n', '[ 1\n'],
  'yaml-syntax/unclosed-quotation': ['a: "x\n', "a: 'x\n", 'a: { b: "x }\n'],
  'yaml-syntax/unexpected': ['a: "dice "ciao" e va"\n', 'a: }\n', 'a: - x\n'],
  'duplicate-key': ['a: 1\na: 2\n'],
};

describe('syntaxReason', () => {
  for (const [reason, sources] of Object.entries(slips)) {
    it(`is ${reason}`, () => {
      for (const source of sources) {
        const [error] = parseYaml(source).errors;
        assert.ok(error, source);
        assert.equal(syntaxReason(error), reason, source);
      }
    });
  }

  it('knows too much in one another', () => {
    const error = new YAMLParseError([0, 1], 'RESOURCE_EXHAUSTION', 'Maximum call stack size');
    assert.equal(syntaxReason(error), 'yaml-syntax/depth');
  });
});
