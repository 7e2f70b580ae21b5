import type { RemovalArgument } from '../../workspace/placedAnnotations';
import { partOf } from './rowParts';
import type { Row } from './rows';

/**
 * What it means to remove rows: annotations; of an entity all mentions that are shown below it, in one article or in
 * all; and nothing where there is nothing below. Rows that only group others are left alone.
 */
export function removalOf(rows: readonly Row[]): RemovalArgument {
  const parts = rows.flatMap((row) => {
    const part = partOf(row);
    return part && 'uri' in row ? [{ uri: row.uri, item: part }] : [];
  });
  const entities = rows.flatMap((row) => {
    if (row.kind === 'entity') {
      return [{ entity: row.entity.id, ...(row.uri !== undefined && { uri: row.uri }) }];
    }
    return row.kind === 'article' && row.parent?.kind === 'entity'
      ? [{ entity: row.parent.entity.id, uri: row.article.uri }]
      : [];
  });
  return { parts, entities };
}
