import * as vscode from 'vscode';
import { levelOf } from '../../core/concordance/query';
import { linkRows, removeRows, type RowReference } from '../../core/concordance/rowEdits';
import { knownEntities } from '../../core/entities/knownEntities';
import { nameForm } from '../../core/entities/knownNames';
import { compareLikelihoods, likelyEntities } from '../../core/entities/likelyEntities';
import { shortened } from '../../core/text/shortened';
import { UserError } from '../../host/userError';
import { Joiner, type Chosen } from '../../workspace/joiner';
import type { LeftOut } from '../../workspace/leftOut';
import { pickEntity, rowOf } from '../../workspace/pickEntity';
import type { SchemaStore } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';
import { nameOf } from '../../workspace/sidecarFile';
import { tellUnknownKey, typeMeant, type TypeArgument } from '../../workspace/typeMeant';
import { typeName } from '../../workspace/typeNames';
import type { Concordance } from './concordance';
import type { ConcordanceDocuments } from './documents';
import { actOnRows, articlesOf, type RowsOfArticle } from './rowActs';
import { demandRows } from './rowsMeant';

/**
 * The words of rows become mentions of entities of a type, mentions are moved to such: each name joins the entity that
 * has it, in its article or elsewhere, as it does in annotation mode.
 */
export async function annotateRows(
  services: Services,
  documents: ConcordanceDocuments,
  argument: TypeArgument,
): Promise<void> {
  const meant = demandRows(documents);
  demandNoQuotes(meant.concordance);
  const corpus = await services.corpus.now();
  const { key } = argument;
  const names = typeNames(services.schemas, articlesOf(meant), argument);
  if (key !== undefined && names.length === 0) {
    tellUnknownKey(key);
    return;
  }
  const chosen: Chosen[] = [];
  const [name, ...others] = names;
  const title =
    name === undefined || others.length > 0
      ? vscode.l10n.t('Annotated rows: {0}', meant.rows.length)
      : vscode.l10n.t('Rows as {1}: {0}', meant.rows.length, name);
  await actOnRows(services, meant, title, async ({ article, targets }) => {
    const { set, schema } = article.state;
    const type = typeMeant(argument, schema);
    if (key !== undefined && type === undefined) return withoutKey(article.uri, key);
    const joiner = new Joiner(knownEntities(set), { corpus, schema, type, chosen });
    const references: RowReference[] = [];
    // Full names come first, so that surnames join them.
    for (const target of [...targets].sort((a, b) => lengthOf(b) - lengthOf(a))) {
      const entity = await joiner.entityFor(nameForm(target.row.keyword));
      if (!entity) return undefined;
      references.push({ target, entity });
    }
    return linkRows({ set, text: article.file.text }, references);
  });
}

/** What the projects of articles call the type that an argument says, each name once. */
function typeNames(
  schemas: SchemaStore,
  articles: readonly vscode.Uri[],
  argument: TypeArgument,
): string[] {
  const names = articles.flatMap((article) => {
    const schema = schemas.of(article);
    const type = typeMeant(argument, schema);
    return type === undefined ? [] : typeName(type, schema);
  });
  return [...new Set(names)];
}

function withoutKey(uri: vscode.Uri, key: string): LeftOut {
  const reason = vscode.l10n.t(
    'In the project of {0} no entity type has the key “{1}”.',
    nameOf(uri),
    key,
  );
  return { uri, reason };
}

/** The argument of `chiosa.linkRows`, for keys: an entity that is not said is asked. */
export interface LinkRowsArgument {
  /** The id of an entity of the corpus. */
  readonly entity?: string;
}

/** Rows become mentions of a known entity, whether they name it or not; quotes are said by it. */
export async function linkRowsTo(
  services: Services,
  documents: ConcordanceDocuments,
  { entity: id }: LinkRowsArgument,
): Promise<void> {
  const meant = demandRows(documents);
  const [first] = meant.rows;
  const corpus = await services.corpus.now();
  const given = id === undefined ? undefined : corpus.get(id)?.entity;
  const words = levelOf(meant.concordance.query) === 'quote' ? '' : (first?.keyword ?? '');
  const [uri] = articlesOf(meant);
  if (!uri) return;
  const schema = services.schemas.of(uri);
  const likely = likelyEntities(corpus.entities, words).sort((a, b) =>
    compareLikelihoods(a.likelihood, b.likelihood),
  );
  const entity =
    given ??
    (await pickEntity(
      vscode.l10n.t('Link {0} rows', meant.rows.length),
      likely.map(({ known }) => rowOf(known, schema)),
    ));
  if (!entity) return;
  const title = vscode.l10n.t('Rows of “{1}”: {0}', meant.rows.length, shortened(entity.name, 40));
  await actOnRows(services, meant, title, ({ article, targets }) =>
    linkRows(
      { set: article.state.set, text: article.file.text },
      targets.map((target) => ({ target, entity })),
    ),
  );
}

/** The mentions and quotes of rows go; of words that were looked for, those that are just mentions. */
export async function removeRowsOf(
  services: Services,
  documents: ConcordanceDocuments,
): Promise<void> {
  const meant = demandRows(documents);
  const isOfQuotes = levelOf(meant.concordance.query) === 'quote';
  const rows = meant.rows.filter(({ hit }) => isOfQuotes || hit.mention);
  if (rows.length === 0) {
    throw new UserError(vscode.l10n.t('There is no annotation in these rows.'));
  }
  const title = vscode.l10n.t('Removed annotations: {0}', rows.length);
  await actOnRows(services, { ...meant, rows }, title, ({ article, targets }: RowsOfArticle) =>
    removeRows(article.state.set, targets),
  );
}

function demandNoQuotes({ query }: Concordance): void {
  if (levelOf(query) !== 'quote') return;
  throw new UserError(
    vscode.l10n.t(
      'These rows are quotes. They can be linked to a speaker, given a kind, or removed.',
    ),
  );
}

function lengthOf({ row }: RowsOfArticle['targets'][number]): number {
  return row.extent.end - row.extent.start;
}
