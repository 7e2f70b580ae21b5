import * as vscode from 'vscode';
import type { Inconsistency } from '../../core/corpus/consistency';
import { setAttribute } from '../../core/edit/attributeEdits';
import { describeEntities, mergeEntities } from '../../core/edit/entityEdits';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Change } from '../../core/model/change';
import { changeArticles } from '../../workspace/changeArticles';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';
import { changeEverywhere } from './changeEverywhere';

/** The argument of `_chiosa.takeFromOthers`: an article, and what it says otherwise than others. */
export interface TakeFromOthersArgument extends Pick<
  Inconsistency,
  'what' | 'entity' | 'instead' | 'link'
> {
  readonly uri: vscode.Uri;
}

/**
 * Gives an entity of one article the name, the type or the address that it has in others; or makes one entity of it and another one
 * of the same name, in all articles.
 */
export async function takeFromOthers(
  services: Services,
  { uri, what, entity, instead, link }: TakeFromOthersArgument,
): Promise<void> {
  const { t } = vscode.l10n;
  const { id, name } = entity;
  const changeIt = (title: string, changeOf: (set: AnnotationSet) => Change) =>
    changeArticles(
      services.articles,
      title,
      () => Promise.resolve([uri]),
      ({ state }) => changeOf(state.set),
    );
  switch (what) {
    case 'differing-name': {
      const title = t('“{0}” is renamed “{1}”', name, instead.name);
      await changeIt(title, (set) => describeEntities(set, [id], { name: instead.name }));
      return;
    }
    case 'differing-type': {
      const type = typeName(instead.type, services.schemas.of(uri));
      const title = t('“{0}” is of the type {1}', name, type);
      await changeIt(title, (set) => describeEntities(set, [id], { type: instead.type }));
      return;
    }
    case 'differing-link': {
      if (!link) return;
      const { key, instead: address } = link;
      const title = t('“{0}” of “{1}” is {2}', key, name, address);
      await changeIt(title, ({ entities }) => {
        const item = entities.get(id);
        return item ? setAttribute({ owner: 'entity', item }, key, address) : {};
      });
      return;
    }
    case 'shared-name': {
      const title = t('“{0}” is merged into “{1}”', id, instead.id);
      await changeEverywhere(services, uri, [id], title, (set) => mergeEntities(set, id, instead));
    }
  }
}
