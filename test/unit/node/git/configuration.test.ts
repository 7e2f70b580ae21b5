import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { settingsFor, shellCommand } from '../../../../src/node/git/configuration';

describe('the command in the configuration', () => {
  it('is what a shell takes for the same words, whatever is in them', () => {
    const words = ['/a b/c', 'it’s $HOME `x` "y"', "l'acqua", '100%'];
    const command = `printf '%s\\n' ${shellCommand(words)}`;
    assert.equal(
      execFileSync('sh', ['-c', command], { encoding: 'utf8' }),
      `${words.join('\n')}\n`,
    );
  });

  it('has per cents doubled where git puts paths in, and only there', () => {
    const settings = settingsFor("'/100%/cli.js'");
    assert.match(settings.get('merge.chiosa.driver') ?? '', /^'\/100%%\/cli\.js' merge %O %A %B /);
    assert.equal(settings.get('diff.chiosa.textconv'), "'/100%/cli.js' git textconv");
  });
});
