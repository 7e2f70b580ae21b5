import assert from 'node:assert/strict';
import { sidecarText } from '../../../../src/cli/git/sidecarText';
import { bridge } from '../../../support/bridge';

describe('sidecarText', () => {
  it('has a line for each annotation, without contexts', () => {
    assert.equal(
      sidecarText(bridge.sidecar),
      [
        'entity irene-tassoni: Irene Tassoni (person)',
        'mention of Irene Tassoni: “Tassoni”',
        'entity marco-bellini: Marco Bellini (person)',
        'mention of Marco Bellini: “Marco Bellini”',
        'direct quote of nobody: “Non prima di marzo”, cue “ha risposto”',
        '',
      ].join('\n'),
    );
  });

  it('is the source where that cannot be read wholly', () => {
    const broken = bridge.sidecar.replace('type: person', 'type: 5');
    assert.equal(sidecarText(broken), broken);
  });
});
