import type { Schema } from '../../core/model/schema';

/** What the list of keys reads of the extension's manifest, in the user's language. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: Localized }[];
    readonly keybindings: readonly Keybinding[];
  };
}

/** VS Code keeps the English title of a command beside the translated one. */
type Localized = string | { readonly value: string };

interface Keybinding {
  readonly command: string;
  readonly key: string;
  /** The key on macOS, where it is another one. */
  readonly mac?: string;
  readonly when: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

/** A row of the list of keys: what one or more keys do in annotation mode. */
export interface KeyRow {
  readonly command: string;
  readonly title: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** The entity type that the keys annotate as. */
  readonly type?: string;
  /** As people write them: `Shift+P`, `Ctrl/Cmd+Z`. */
  readonly keys: readonly string[];
}

/**
 * The keys of annotation mode as the manifest binds them. Left out are keys of no type, and those of the list
 * itself, among them each letter that does nothing else.
 */
export function keyRows({ contributes }: Manifest, schema: Schema): KeyRow[] {
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
  const rows = new Map<string, KeyRow>();
  for (const keybinding of contributes.keybindings) {
    const { command, when, args } = keybinding;
    if (!when.includes('chiosa.annotationMode') || command === 'chiosa.showKeys') continue;
    const type = schema.types.find((each) => each.key !== undefined && each.key === args?.['key']);
    if (args?.['key'] !== undefined && !type) continue;
    const id = JSON.stringify([command, args]);
    rows.set(id, {
      command,
      title: textOf(titles.get(command) ?? command),
      ...(args && { args }),
      ...(type && { type: type.id }),
      keys: [...(rows.get(id)?.keys ?? []), written(keybinding)],
    });
  }
  return [...rows.values()];
}

function textOf(title: Localized): string {
  return typeof title === 'string' ? title : title.value;
}

/**
 * `shift+p` as `Shift+P`. Nothing tells the extension whether the window is on a Mac, which may not be where
 * the extension runs; so a key that is another one there is written for both.
 */
function written({ key, mac }: Keybinding): string {
  const both = mac === undefined ? key : key.replace('ctrl', 'ctrl/cmd');
  return both.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
