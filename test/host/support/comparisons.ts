import assert from 'assert';
import * as vscode from 'vscode';
import { Comparison, type Compared } from '../../../src/features/compare/comparison';
import { treeItem } from '../../../src/features/compare/items';
import { groupRows, rowsBelow, type GroupRow } from '../../../src/features/compare/rows';
import { demandRepository } from '../../../src/host/git';
import { ArticleStore } from '../../../src/workspace/articleStore';
import { SchemaStore } from '../../../src/workspace/schemaStore';
import { sidecarUri } from '../../../src/workspace/sidecarFile';
import { versionInGit } from '../../../src/workspace/sidecarVersions';
import { TextMemory } from '../../../src/workspace/textMemory';

/** Comparisons in VS Code, made of services of their own; what is done with them, the extension does. */
export class Comparisons implements vscode.Disposable {
  readonly #comparison: Comparison;
  readonly #articles: ArticleStore;
  readonly #disposables: readonly vscode.Disposable[];

  constructor() {
    const log = vscode.window.createOutputChannel('Comparisons', { log: true });
    const schemas = new SchemaStore();
    const memory = new TextMemory();
    this.#articles = new ArticleStore(schemas, memory, log);
    this.#comparison = new Comparison(this.#articles, log);
    this.#disposables = [this.#comparison, this.#articles, memory, schemas, log];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  /** The rows of groups of what differs between a commit and now. */
  async groups(uri: vscode.Uri, ref: string): Promise<readonly GroupRow[]> {
    return groupRows((await this.#compare(uri, ref)).differences);
  }

  /** All rows as `way (count)` and `  label | description`. */
  async rows(uri: vscode.Uri, ref: string): Promise<string[]> {
    const compared = await this.#compare(uri, ref);
    const groups = groupRows(compared.differences);
    return groups.flatMap((group) => [
      `${group.way} (${String(group.differences.length)})`,
      ...rowsBelow(groups, group)
        .first(100)
        .map((row) => treeItem(row, compared, '_none'))
        .map(({ label, description }) => `  ${label as string} | ${String(description)}`),
    ]);
  }

  async #compare(uri: vscode.Uri, ref: string): Promise<Compared> {
    const article = await this.#articles.open(uri);
    await article.reload();
    const sidecar = sidecarUri(uri);
    await this.#comparison.start(
      article,
      versionInGit(await demandRepository(sidecar), sidecar, ref),
    );
    const { compared } = this.#comparison;
    assert.ok(compared, 'it is compared');
    return compared;
  }
}
