import type * as vscode from 'vscode';
import { describeEntities, type Description } from '../core/edit/entityEdits';
import type { EntityId } from '../core/model/annotation';
import { withProgress } from '../host/progress';
import { articlesNaming, lookAtEach } from './articleFiles';
import type { Described } from './corpusIndex';
import type { Redescription } from './redescription';
import type { Services } from './services';

/**
 * Gives entities another name or type in an article, where there is one, and in all of the workspace that have them, as
 * one act. Where sidecars are in lines as Chiosa writes them, no article is read for that.
 */
export async function redescribeEverywhere(
  { articles, corpus }: Services,
  article: vscode.Uri | undefined,
  ids: readonly EntityId[],
  title: string,
  description: Description,
): Promise<void> {
  const { found, leftOut } = await withProgress(title, async (watch) => {
    const quick: Redescription[] = [];
    const rest: vscode.Uri[] = [];
    for (const uri of await articlesNaming(corpus, article, ids, watch.token)) {
      const described = articles.get(uri) ? undefined : corpus.described(uri, ids);
      if (described) quick.push(redescription(uri, described, description));
      else rest.push(uri);
    }
    const find = () => Promise.resolve(rest);
    const looked = await lookAtEach(articles, watch, find, (each) => [
      { ...each, change: describeEntities(each.state.set, ids, description) },
    ]);
    return { ...looked, found: [...quick, ...looked.found] };
  });
  await articles.applyAll(title, found, leftOut);
}

function redescription(
  uri: vscode.Uri,
  { entities, inBlocks }: Described,
  description: Description,
): Redescription {
  const changes = entities.map((before) => ({ before, after: { ...before, ...description } }));
  return { uri, changes, inBlocks };
}
