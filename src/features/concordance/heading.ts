import * as vscode from 'vscode';
import { printQuery, type Query } from '../../core/concordance/query';
import type { Progress } from './concordance';
import type { Found } from './found';

/** How many lines stand above the rows. */
export const headingLines = 3;

/** What stands above the rows: the query, and how many rows there are of how many articles. */
export function headingOf(query: Query, found: Found, progress: Progress): string[] {
  return [printQuery(query), statusOf(found, progress), ''];
}

function statusOf({ rowCount, articleCount, read, all }: Found, progress: Progress): string {
  const { t } = vscode.l10n;
  const figures = [rowCount, articleCount, read, all];
  switch (progress) {
    case 'reading':
      return t('Rows so far: {0} in {1} articles; searched: {2} of {3} articles…', ...figures);
    case 'stopped':
      return t('Stopped. Rows: {0} in {1} articles; searched: {2} of {3} articles', ...figures);
    case 'full':
      return t(
        'The first {0} rows, in {1} articles. Narrow the query to see all.',
        ...[rowCount, articleCount],
      );
    case 'whole':
      return rowCount === 0
        ? t('Nothing found; searched: {0} articles', all)
        : t('Rows: {0} in {1} articles; searched: {2} articles', rowCount, articleCount, all);
  }
}
