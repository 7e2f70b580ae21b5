import * as vscode from 'vscode';
import { annotateMentions, annotateReferences, type Reference } from '../../core/edit/mentionEdits';
import type { Corpus } from '../../core/corpus/corpus';
import { newEntityId } from '../../core/entities/entityId';
import { joining } from '../../core/entities/joining';
import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import { knownNames, nameForm } from '../../core/entities/knownNames';
import { compareLikelihoods, likelyEntities } from '../../core/entities/likelyEntities';
import type { Entity } from '../../core/model/annotation';
import type { Schema } from '../../core/model/schema';
import { shortened } from '../../core/text/shortened';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';
import { pickEntity, rowOf, section, type EntityPick } from './pickEntity';
import { selectedNames } from './selection';

/** The argument of `chiosa.annotateEntity`, for keys: what is not said is asked. */
export interface AnnotateEntityArgument {
  /** The type of the entities, new or known. */
  readonly type?: string;
  /** The type by its key in the schema. */
  readonly key?: string;
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
    const message = vscode.l10n.t('No entity type has the key “{0}”. H shows the keys.', key);
    vscode.window.setStatusBarMessage(message, 4000);
    return undefined;
  }
  const { text } = edited.file.text;
  const spans = selectedNames(edited, [knownNames(set), corpus], exact);
  const given = id === undefined ? undefined : (set.entities.get(id) ?? corpus.get(id)?.entity);
  if (given) {
    await services.articles.apply(edited, annotateMentions(set, text, spans, given));
    return { entity: given.id };
  }
  const joiner = new Joiner(knownEntities(set), corpus, schema, type);
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

function typeMeant({ type, key }: AnnotateEntityArgument, schema: Schema): string | undefined {
  return (
    type ?? (key === undefined ? undefined : schema.types.find((each) => each.key === key)?.id)
  );
}

/** Finds the entities of the names of one act. The same words are the same entity; new ones are known to later names. */
class Joiner {
  readonly #corpus: Corpus;
  readonly #schema: Schema;
  readonly #type: string | undefined;
  readonly #chosen = new Map<string, Entity>();
  #article: readonly KnownEntity[];

  constructor(
    article: readonly KnownEntity[],
    corpus: Corpus,
    schema: Schema,
    type: string | undefined,
  ) {
    this.#article = article;
    this.#corpus = corpus;
    this.#schema = schema;
    this.#type = type;
  }

  /** The entity of a name; undefined where the user was asked and chose none. */
  async entityFor(words: string): Promise<Entity | undefined> {
    const entity = this.#chosen.get(words) ?? this.#joined(words) ?? (await this.#pick(words));
    if (!entity) return undefined;
    this.#chosen.set(words, entity);
    if (!this.#isOfArticle(entity.id)) {
      this.#article = [...this.#article, { entity, forms: [entity.name, words], mentions: 1 }];
    }
    return entity;
  }

  #joined(words: string): Entity | undefined {
    if (this.#type === undefined) return undefined;
    const result = joining(words, this.#type, this.#article, this.#corpus.entities);
    if (result.kind === 'known') return result.entity;
    return result.kind === 'new' ? this.#newEntity(words, this.#type) : undefined;
  }

  /** Asks which entity the words refer to: the known ones that fit, a new one of each type, all others. */
  #pick(words: string): Promise<Entity | undefined> {
    const elsewhere = this.#corpus.entities.filter(({ entity }) => !this.#isOfArticle(entity.id));
    const likely = [
      ...likelyEntities(this.#article, words),
      ...likelyEntities<KnownEntity>(elsewhere, words),
    ]
      .filter(({ known }) => this.#type === undefined || known.entity.type === this.#type)
      .sort((a, b) => compareLikelihoods(a.likelihood, b.likelihood));
    const fresh = this.#schema.types
      .filter(({ id }) => this.#type === undefined || id === this.#type)
      .map(({ id }): EntityPick => ({
        label: vscode.l10n.t('New {0}: {1}', typeName(id, this.#schema), shortened(words, 40)),
        iconPath: new vscode.ThemeIcon('add'),
        entity: this.#newEntity(words, id),
      }));
    const near = likely.filter(({ likelihood }) => likelihood !== 'other');
    const others = likely.filter(({ likelihood }) => likelihood === 'other');
    return pickEntity(vscode.l10n.t('Annotate “{0}”', shortened(words, 40)), [
      ...section(
        vscode.l10n.t('Known, by this name'),
        near.map(({ known }) => rowOf(known, this.#schema)),
      ),
      ...section(vscode.l10n.t('New'), fresh),
      ...section(
        vscode.l10n.t('Known, by another name'),
        others.map(({ known }) => rowOf(known, this.#schema)),
      ),
    ]);
  }

  /** The id is free in the whole corpus: the same id in two articles would be the same entity. */
  #newEntity(name: string, type: string): Entity {
    const isTaken = (id: string) => this.#isOfArticle(id) || this.#corpus.get(id) !== undefined;
    return { id: newEntityId(name, isTaken), name, type };
  }

  #isOfArticle(id: string): boolean {
    return this.#article.some(({ entity }) => entity.id === id);
  }
}
