import type * as vscode from 'vscode';
import { areSameStamps, type Stamp } from '../core/corpus/summaryCache';
import type { Entity } from '../core/model/annotation';
import { redescribe } from '../core/sidecar/redescribe';
import { decodeUtf8 } from '../core/text/decode';
import type { UseArticle } from './actHistory';
import { openDocument } from './articleWords';
import { demandWritable } from './demandWritable';
import { hasMark, readFileIfThere, sidecarUri, statIfThere, writeSidecarFile } from './sidecarFile';

/** An entity, and the same with another name or type. */
export interface Redescribed {
  readonly before: Entity;
  readonly after: Entity;
}

/**
 * Another name or type of entities in one article. It concerns the lines of the sidecar that describe them and no place in
 * the text, so that the article need not be read.
 */
export interface Redescription {
  readonly uri: vscode.Uri;
  readonly changes: readonly Redescribed[];
  /** The version of the sidecar of which all lines are as Chiosa writes them, where that is known. */
  readonly inBlocks?: Stamp;
}

/**
 * Makes it: where the sidecar is known to be in blocks and nobody has the article or the sidecar open, by changing three
 * lines of each entity; otherwise as other changes are. @returns it with the version that was written, so that taking it back is as fast
 * @throws {UserError} where the sidecar cannot be written
 */
export async function makeRedescription(
  use: UseArticle,
  redescription: Redescription,
): Promise<Redescription> {
  const { uri, changes } = redescription;
  const written = await rewriteLines(redescription);
  if (written) {
    const { version } = written;
    return { uri, changes, ...(version && { inBlocks: version }) };
  }
  await use(uri, async (article) => {
    await article.reload();
    const { state } = article;
    demandWritable(uri, state);
    const entities = changes.filter(({ before }) => state.set.entities.has(before.id));
    if (state.file && entities.length > 0)
      await article.apply({ entities }, state.file.text, state);
  });
  return { uri, changes };
}

/** What was written, as far as its version can be told. */
interface Written {
  readonly version: Stamp | undefined;
}

/** @returns undefined where the lines cannot be changed by themselves, and nothing was written */
async function rewriteLines({
  uri,
  changes,
  inBlocks,
}: Redescription): Promise<Written | undefined> {
  const sidecar = sidecarUri(uri);
  if (!inBlocks || openDocument(uri) || openDocument(sidecar)) return undefined;
  const bytes = await readFileIfThere(sidecar).catch(() => undefined);
  // The content before the version: where it was written meanwhile, the version is another one.
  const version = await statIfThere(sidecar).catch(() => undefined);
  if (!bytes || !version || !areSameStamps(version, inBlocks)) return undefined;
  const now = changes.reduce<string | undefined>(
    (source, { before, after }) =>
      source === undefined ? undefined : redescribe(source, before, after),
    decodeUtf8(bytes).text,
  );
  const encoded = now === undefined ? undefined : new TextEncoder().encode(now);
  if (!encoded || hasMark(bytes)) return undefined;
  await writeSidecarFile(sidecar, encoded);
  return { version: await statIfThere(sidecar).catch(() => undefined) };
}
