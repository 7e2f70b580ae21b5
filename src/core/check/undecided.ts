import { versionIn, type Conflict } from '../model/conflict';
import type { SidecarData } from '../sidecar/shape';
import type { Path } from '../sidecar/validate';
import type { ProblemReason } from './messages';

/** Something that a merge could not decide; `path` is that of its key `conflict`. */
interface Undecided {
  readonly what: ProblemReason;
  readonly path: Path;
  readonly detail: Readonly<Record<string, string>>;
}

/** What merges have left to decide in a sidecar, in the order of its keys. */
export function undecided(data: SidecarData): Undecided[] {
  return conflictsIn(data).map(({ conflict, path }) => {
    const version = versionIn(conflict);
    if (!version) return { what: 'merge-conflict/removed', path, detail: {} };
    const detail = { keys: Object.keys(version).join(', ') };
    return { what: 'merge-conflict/versions', path, detail };
  });
}

interface Found {
  readonly conflict: Conflict;
  readonly path: Path;
}

function conflictsIn(data: SidecarData): Found[] {
  const { article, entities = {}, quotes = [] } = data;
  return [
    ...conflictOf(article, ['article']),
    ...Object.entries(entities).flatMap(([id, entity]) => [
      ...(entity.mentions ?? []).flatMap((mention, i) =>
        conflictOf(mention, ['entities', id, 'mentions', i]),
      ),
      ...conflictOf(entity, ['entities', id]),
    ]),
    ...quotes.flatMap((quote, i) => [
      ...conflictOf(quote.cue, ['quotes', i, 'cue']),
      ...conflictOf(quote.speaker, ['quotes', i, 'speaker']),
      ...conflictOf(quote, ['quotes', i]),
    ]),
    ...conflictOf(data, []),
  ];
}

function conflictOf(
  holder: { readonly conflict?: Conflict | undefined } | undefined,
  path: Path,
): Found[] {
  const conflict = holder?.conflict;
  return conflict ? [{ conflict, path: [...path, 'conflict'] }] : [];
}
