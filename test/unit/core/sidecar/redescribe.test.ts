import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeEntities } from '../../../../src/core/edit/entityEdits';
import { apply } from '../../../../src/core/model/change';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { redescribe } from '../../../../src/core/sidecar/redescribe';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

const article = articleOf('Il ponte di Vallescura è chiuso.\n');
const id = article.identity.id();
const source = [
  'chiosa: 1',
  `text: ${id}`,
  'entities:',
  '  # il ponte',
  '  ponte: # da dire',
  '    name: Ponte',
  '    type: other',
  '  vallescura:',
  '    name: Vallescura',
  '    type: location',
  '    mentions:',
  '      - { exact: Vallescura } # con la sua nota',
  '    note: una valle',
  '',
].join('\n');
const valley = { id: 'vallescura', name: 'Vallescura', type: 'location' };

/** What the way gives that reads all of the sidecar. */
function inFull(text: string, name: string): string {
  const { set, textId } = readSidecar(text, article, defaultSchema);
  const renamed = apply(describeEntities(set, [valley.id], { name: name }), set);
  return writeSidecar(renamed, article, { source: text, ...(textId && { textId }) });
}

describe('redescribe', () => {
  it('changes the name and nothing else, as the way in full does', () => {
    const renamed = redescribe(source, valley, { ...valley, name: 'Val “Scura”' });
    assert.equal(renamed, source.replace('name: Vallescura', 'name: "Val “Scura”"'));
    assert.equal(renamed, inFull(source, 'Val “Scura”'));
  });

  it('changes the type, and keeps the ends of lines', () => {
    const crlf = source.replaceAll('\n', '\r\n');
    assert.equal(
      redescribe(crlf, valley, { ...valley, type: 'work' }),
      crlf.replace('type: location', 'type: work'),
    );
    const { set } = readSidecar(source, article, defaultSchema);
    const retyped = apply(describeEntities(set, [valley.id], { type: 'work' }), set);
    assert.equal(
      redescribe(source, valley, { ...valley, type: 'work' }),
      writeSidecar(retyped, article, { source, textId: id }),
    );
  });

  it('does nothing where the entity is described otherwise, or with comments', () => {
    const after = { ...valley, name: 'Valle' };
    assert.equal(redescribe(source, { ...valley, name: 'Valle Scura' }, after), undefined);
    assert.equal(redescribe(source, { ...valley, id: 'valle' }, after), undefined);
    const bridge = { id: 'ponte', name: 'Ponte', type: 'other' };
    assert.equal(redescribe(source, bridge, { ...bridge, name: 'Ponte Alto' }), undefined);
    const twice = source + source.slice(source.indexOf('  vallescura'));
    assert.equal(redescribe(twice, valley, after), undefined);
  });

  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  itHolds('gives what the way in full gives, and goes back', names, (name) => {
    const after = { ...valley, name };
    const renamed = redescribe(source, valley, after);
    assert.ok(renamed !== undefined);
    assert.equal(renamed, inFull(source, name));
    assert.equal(redescribe(renamed, after, valley), source);
  });
});
