import { annotateMentions, annotateReferences, type Reference } from '../../core/edit/mentionEdits';
import { knownEntities } from '../../core/entities/knownEntities';
import { knownNames, nameForm } from '../../core/entities/knownNames';
import { Joiner } from '../../workspace/joiner';
import type { Services } from '../../workspace/services';
import { tellUnknownKey, typeMeant, type TypeArgument } from '../../workspace/typeMeant';
import { selectedNames } from './selection';

/** The argument of `chiosa.annotateEntity`: the type of the entities, new or known, or one of them. */
export interface AnnotateEntityArgument extends TypeArgument {
  /** The id of an entity of this article or of the corpus. */
  readonly entity?: string;
  /** Whether what is selected is meant as it is, not snapped to words. */
  readonly exact?: boolean;
}

/**
 * Annotates the selected names (or those at the cursors) as entities, new or known, all in one act. Returns
 * the argument that annotates other words alike; undefined where nothing was done.
 */
export async function annotateEntity(
  services: Services,
  argument: AnnotateEntityArgument = {},
): Promise<AnnotateEntityArgument | undefined> {
  const edited = await services.active.demand();
  const corpus = await services.corpus.now();
  const { set, schema } = edited.state;
  const { key, entity: id, exact } = argument;
  const type = typeMeant(argument, schema);
  if (key !== undefined && type === undefined) {
    tellUnknownKey(key);
    return undefined;
  }
  const { text } = edited.file.text;
  const spans = selectedNames(edited, [knownNames(set), corpus], exact);
  const given = id === undefined ? undefined : (set.entities.get(id) ?? corpus.get(id)?.entity);
  if (given) {
    await services.articles.apply(edited, annotateMentions(set, text, spans, given));
    return { entity: given.id };
  }
  const joiner = new Joiner(knownEntities(set), { corpus, schema, type });
  const references: Reference[] = [];
  // Full names come first, so that surnames join them.
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const entity = await joiner.entityFor(nameForm(text.slice(span.start, span.end)));
    if (!entity) return undefined;
    references.push({ span, entity });
  }
  await services.articles.apply(edited, annotateReferences(set, text, references));
  const [first] = references;
  if (type !== undefined) return { type, exact: exact === true };
  return first && { entity: first.entity.id };
}
