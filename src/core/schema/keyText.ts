import { isBlockPath } from '../sidecar/render';
import type { YamlCursor } from '../sidecar/yamlCursor';
import type { Suggestion } from './suggestions';

/** What is written with a key: `before` the place where its value is to be written, and `behind` it. */
export interface KeyText {
  readonly before: string;
  readonly behind: string;
}

/** A key with the punctuation that its value needs, indented from the column of the key; lines end in LF. */
export function keyText({ path, isInFlow }: YamlCursor, { yaml, holds }: Suggestion): KeyText {
  const isBlock =
    !isInFlow && isBlockPath([...path, yaml].map((step) => (step === '-' ? 0 : step)));
  if (isBlock && holds === 'list') return { before: `${yaml}:\n  - `, behind: '' };
  if (isBlock) return { before: `${yaml}:\n  `, behind: '' };
  if (holds === 'list') return { before: `${yaml}: [ `, behind: ' ]' };
  if (holds === 'mapping') return { before: `${yaml}: { `, behind: ' }' };
  return { before: `${yaml}: `, behind: '' };
}
