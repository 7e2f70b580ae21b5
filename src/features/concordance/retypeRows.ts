import * as vscode from 'vscode';
import { levelOf } from '../../core/concordance/query';
import type { Row } from '../../core/concordance/row';
import { setKindOfRows } from '../../core/concordance/rowEdits';
import { quoteKinds, type EntityId } from '../../core/model/annotation';
import type { Schema } from '../../core/model/schema';
import { UserError } from '../../host/userError';
import { redescribeEverywhere } from '../../workspace/redescribeEverywhere';
import type { Services } from '../../workspace/services';
import { quoteKindName, typeIcon, typeName } from '../../workspace/typeNames';
import type { ConcordanceDocuments } from './documents';
import { actOnRows, articlesOf } from './rowActs';
import { demandRows, type RowsMeant } from './rowsMeant';

/** The argument of `chiosa.retypeRows`, for keys: what is not said is asked. */
export interface RetypeRowsArgument {
  /** A type of entities, or a kind of quotes. */
  readonly type?: string;
}

/** The entities of rows get another type, in all articles that have them; rows of quotes another kind. */
export async function retypeRows(
  services: Services,
  documents: ConcordanceDocuments,
  { type }: RetypeRowsArgument,
): Promise<void> {
  const meant = demandRows(documents);
  const [uri] = articlesOf(meant);
  if (!uri) return;
  const schema = services.schemas.of(uri);
  if (levelOf(meant.concordance.query) === 'quote') await setKinds(services, meant, schema, type);
  else await setTypes(services, meant, schema, type);
}

async function setKinds(
  services: Services,
  meant: RowsMeant,
  schema: Schema,
  given: string | undefined,
): Promise<void> {
  const kinds = quoteKinds.map((id) => ({ label: quoteKindName(id, schema), id }));
  const kind =
    kinds.find(({ id }) => id === given) ??
    (await vscode.window.showQuickPick(kinds, {
      title: vscode.l10n.t('Kind of {0} quotes', meant.rows.length),
    }));
  if (!kind) return;
  const title = vscode.l10n.t('Quotes of the kind {1}: {0}', meant.rows.length, kind.label);
  await actOnRows(services, meant, title, ({ targets }) => setKindOfRows(targets, kind.id));
}

async function setTypes(
  services: Services,
  { rows }: RowsMeant,
  schema: Schema,
  given: string | undefined,
): Promise<void> {
  const ids = entitiesOf(rows);
  if (ids.length === 0) {
    throw new UserError(vscode.l10n.t('There is no entity in these rows. Annotate them first.'));
  }
  const types = schema.types.map(({ id }) => ({
    label: typeName(id, schema),
    iconPath: new vscode.ThemeIcon(typeIcon(id)),
    id,
  }));
  const type =
    types.find(({ id }) => id === given) ??
    (await vscode.window.showQuickPick(types, {
      title: vscode.l10n.t('Type of {0} entities in all articles', ids.length),
    }));
  if (!type) return;
  const title = vscode.l10n.t('Entities of the type {1}: {0}', ids.length, type.label);
  await redescribeEverywhere(services, undefined, ids, title, { type: type.id });
}

/** The entities of rows, each once. */
function entitiesOf(rows: readonly Row[]): EntityId[] {
  return [...new Set(rows.flatMap(({ hit }) => hit.mention?.entity ?? []))];
}
