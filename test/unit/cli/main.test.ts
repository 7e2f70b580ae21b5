import assert from 'node:assert/strict';
import { harbour, inFolder } from '../../support/cli';

const files = { 'a.txt': harbour.article, 'a.txt.ann.yaml': harbour.sidecar };

describe('runCli', () => {
  for (const args of [
    ['help'],
    ['--help'],
    ['-h'],
    ['show', '--help'],
    ['check', '-h', 'nowhere'],
  ]) {
    it(`prints help for ${args.join(' ')}`, () =>
      inFolder(files, async ({ chiosa }) => {
        const { status, out, err } = await chiosa(...args);
        assert.deepEqual([status, err], [0, '']);
        assert.match(out, /^chiosa: .*\n\nUsage: chiosa COMMAND/);
        assert.match(out, /\n {2}show PATH… \[--format text\|jsonl\]\n/);
        assert.match(
          out,
          /\n {2}check \[PATH…\] \[--staged\] \[--format text\|json\|sarif\|github\]\n/,
        );
        assert.match(out, /\n {2}reanchor \[PATH…\] \[--dry-run\]\n/);
        assert.match(out, /Exit status: 0 fine, 1 problems found, 2 wrong usage, 3 /);
      }));
  }

  const wrong: readonly [args: readonly string[], message: RegExp][] = [
    [[], /^chiosa: Say what to do\.\nSee chiosa --help\.\n$/],
    [['frobnicate'], /^chiosa: There is no command “frobnicate”\.\n/],
    [['toString'], /^chiosa: There is no command “toString”\.\n/],
    [['--format', 'text'], /^chiosa: There is no command “--format”\.\n/],
    [['show'], /\nUsage: chiosa show PATH… /],
    [
      ['show', '--format', 'sarif', 'a.txt'],
      /^chiosa: --format is one of text, jsonl, not “sarif”\.\n/,
    ],
    [
      ['reanchor', '--format', 'text'],
      /^chiosa: Unknown option '--format'.*\nUsage: chiosa reanchor /,
    ],
    [['check', '--colour'], /^chiosa: Unknown option '--colour'.*\nUsage: chiosa check /],
  ];
  for (const [args, message] of wrong) {
    it(`says what is wrong with ${args.join(' ') || 'no arguments'}, on standard error`, () =>
      inFolder(files, async ({ chiosa }) => {
        const { status, out, err } = await chiosa(...args);
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, message);
      }));
  }

  it('has no colour in what it prints', () =>
    inFolder({ ...files, 'b.txt': 'a\0' }, async ({ chiosa }) => {
      for (const args of [['check'], ['show', '.'], ['show'], ['reanchor'], ['--help']]) {
        const { out, err } = await chiosa(...args);
        assert.ok(!`${out}${err}`.includes('\u001B'));
      }
    }));

  it('gives each exit status', () =>
    inFolder({ ...files, 'b.txt': 'a\0' }, async ({ chiosa }) => {
      const statuses = [
        ['check', 'a.txt'],
        ['check'],
        ['check', '--what'],
        ['check', 'nowhere', 'b.txt'],
      ];
      for (const [expected, args] of statuses.entries()) {
        assert.equal((await chiosa(...args)).status, expected, args.join(' '));
      }
    }));
});
