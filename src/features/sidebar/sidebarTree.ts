import * as vscode from 'vscode';
import { saysNothing } from '../../core/corpus/articleSummary';
import type { Corpus } from '../../core/corpus/corpus';
import type { Schema } from '../../core/model/schema';
import { nothingListed } from '../../host/listing';
import { PagedTree } from '../../host/pagedTree';
import { inSlices } from '../../host/slices';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { Services } from '../../workspace/services';
import { articleOfKey, nameOf } from '../../workspace/sidecarFile';
import { treeItem } from './items';
import {
  type CorpusArticles,
  type PlacedArticle,
  type ReadArticle,
  type Row,
  type Rows,
  type Source,
} from './rows';

/** What the tree of a view is made of. */
export type TreeServices = Pick<Services, 'active' | 'articles' | 'corpus' | 'schemas'>;

/** The rows of a view, computed anew after each refresh. */
export class SidebarTree implements vscode.Disposable {
  readonly tree: PagedTree<Row>;
  readonly #services: TreeServices;
  readonly #articles: CorpusArticles;
  readonly #scope: () => Source['scope'];
  readonly #rowsOf: (source: Source) => Rows;
  #rows: Promise<Rows | undefined> | undefined;
  #source: Source | undefined;
  /** How often it has been asked what to show. */
  #computed = 0;
  readonly #didCompute = new vscode.EventEmitter<void>();
  /** The source of the rows is known. */
  readonly onDidCompute = this.#didCompute.event;

  /**
   * @param scope what the user wants to see @param rowsOf the rows of that, as the user wants them
   * @param moreCommand what the row behind a page runs
   */
  constructor(
    services: TreeServices,
    scope: () => Source['scope'],
    rowsOf: (source: Source) => Rows,
    moreCommand: string,
  ) {
    this.#services = services;
    this.#scope = scope;
    this.#rowsOf = rowsOf;
    this.#articles = corpusArticles(services);
    this.tree = new PagedTree<Row>(
      async (row) => (await this.#now())?.below(row) ?? nothingListed,
      (row) => treeItem(row, this.#schema()),
      moreCommand,
    );
  }

  /** What is shown: the whole corpus too where no article is open and there are annotated ones. */
  get source(): Source | undefined {
    return this.#source;
  }

  /** @param isOther whether the rows are others */
  refresh(isOther: boolean): void {
    this.#rows = undefined;
    this.tree.refresh(isOther);
  }

  /** The row for a place of an article, or the last one on the way to it that is shown. */
  async find(article: AnnotatedArticle, offset: number): Promise<Row | undefined> {
    const rows = await this.#now();
    const way = rows?.wayTo(readArticle(article), offset);
    return way && this.tree.find(way);
  }

  /** Makes ready for a filter, without keeping keys waiting. */
  async makeWords(): Promise<void> {
    await inSlices((await this.#now())?.makeWords() ?? [], () => undefined);
  }

  dispose(): void {
    this.tree.dispose();
    this.#didCompute.dispose();
  }

  #now(): Promise<Rows | undefined> {
    return (this.#rows ??= this.#compute());
  }

  async #compute(): Promise<Rows | undefined> {
    this.#computed += 1;
    const computed = this.#computed;
    const source = await this.#lookUp();
    // What was asked for later may have been there first.
    if (computed === this.#computed) {
      this.#source = source;
      this.#didCompute.fire();
    }
    return source && this.#rowsOf(source);
  }

  async #lookUp(): Promise<Source | undefined> {
    const { active, corpus } = this.#services;
    const { article } = active;
    const schema = this.#schema();
    if (this.#scope() === 'article' && article) {
      return { scope: 'article', article: readArticle(article), schema };
    }
    const known = await corpus.now();
    const hasAny = this.#scope() === 'corpus' || isAnnotated(known);
    return hasAny ? { scope: 'corpus', articles: this.#articles, schema } : undefined;
  }

  #schema(): Schema {
    const { active, schemas } = this.#services;
    return active.article?.state.schema ?? schemas.ofWorkspace();
  }
}

function readArticle({ uri, state }: AnnotatedArticle): ReadArticle {
  return { uri: uri.toString(), set: state.set, text: state.file?.text };
}

function isAnnotated(corpus: Corpus): boolean {
  for (const key of corpus.articles) {
    const summary = corpus.summaryOf(key);
    if (summary && !saysNothing(summary)) return true;
  }
  return false;
}

function corpusArticles({ articles, corpus }: TreeServices): CorpusArticles {
  const places = new Map<string, Omit<PlacedArticle, 'title'> | undefined>();
  return {
    corpus: corpus.known,
    article(key) {
      if (!places.has(key)) {
        const uri = articleOfKey(key);
        places.set(key, uri && { uri: uri.toString(), path: nameOf(uri) });
      }
      const placed = places.get(key);
      const title = corpus.known.summaryOf(key)?.fields.title;
      return placed && { ...placed, ...(title !== undefined && { title }) };
    },
    read: (uri) =>
      articles.use(vscode.Uri.parse(uri), async (article) => {
        await article.reload();
        return article.state.file && readArticle(article);
      }),
  };
}
