import assert from 'node:assert/strict';
import { defaultSchema } from '../../../src/core/model/schema';
import { keyRows } from '../../../src/features/mode/keyRows';

const when = 'editorTextFocus && chiosa.annotationMode';
const schema = { ...defaultSchema, types: [{ id: 'river', key: 'v' }, { id: 'lake' }] };

describe('the list of keys', () => {
  it('has a row for each act, with all its keys, and not the keys outside annotation mode', () => {
    const rows = keyRows(
      {
        contributes: {
          commands: [
            { command: 'chiosa.remove', title: 'Remove' },
            { command: 'chiosa.undo', title: { value: 'Annulla' } },
          ],
          keybindings: [
            { command: 'chiosa.remove', key: 'x', when },
            { command: 'chiosa.remove', key: 'ctrl+k x', when: 'editorTextFocus' },
            { command: 'chiosa.undo', key: 'ctrl+z', mac: 'cmd+z', when },
            { command: 'chiosa.remove', key: 'delete', when },
          ],
        },
      },
      schema,
    );
    assert.deepEqual(rows, [
      { command: 'chiosa.remove', title: 'Remove', keys: ['X', 'Delete'] },
      { command: 'chiosa.undo', title: 'Annulla', keys: ['Ctrl/Cmd+Z'] },
    ]);
  });

  it('leaves out its own keys', () => {
    const command = 'chiosa.showKeys';
    const keybindings = ['h', 'shift+c'].map((key) => ({ command, key, when }));
    const commands = [{ command, title: 'Show Keys' }];
    assert.deepEqual(keyRows({ contributes: { commands, keybindings } }, schema), []);
  });

  it('says which type a key annotates as, and leaves out keys of none', () => {
    const command = 'chiosa.annotateEntity';
    const rows = keyRows(
      {
        contributes: {
          commands: [{ command, title: 'Annotate' }],
          keybindings: [
            { command, key: 'v', when, args: { key: 'v' } },
            { command, key: 'shift+v', when, args: { key: 'v', exact: true } },
            { command, key: 'z', when, args: { key: 'z' } },
          ],
        },
      },
      schema,
    );
    assert.deepEqual(
      rows.map(({ type, keys }) => [type, keys]),
      [
        ['river', ['V']],
        ['river', ['Shift+V']],
      ],
    );
  });
});
