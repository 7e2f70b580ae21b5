import { renderString } from '../sidecar/render';
import { eolOf, type SourceEdit } from '../sidecar/sourceEdit';
import { nodeAtPath } from '../sidecar/yamlNode';
import { yamlTree } from '../sidecar/yamlTree';

/**
 * Declares one more type in the source of a `chiosa.yaml`, behind the others; undefined where it declares none, which
 * means the defaults, or that one already. Nothing else of the source changes.
 */
export function typeInsertion(source: string, id: string): SourceEdit | undefined {
  const types = nodeAtPath(yamlTree(source), ['types']);
  const last = types?.children.at(-1);
  if (!types || !last || types.children.some(({ step }) => step === id)) return undefined;
  if (types.flow) {
    const key = `, ${renderString(id)}: {}`;
    return { start: last.end, end: last.end, text: key };
  }
  const eol = eolOf(source);
  const margin = source.slice(source.lastIndexOf('\n', last.start - 1) + 1, last.start);
  const line = `${margin}${renderString(id)}:`;
  const newline = source.indexOf('\n', last.end);
  return newline < 0
    ? { start: source.length, end: source.length, text: eol + line }
    : { start: newline + 1, end: newline + 1, text: line + eol };
}
