import * as vscode from 'vscode';
import type { Corpus } from '../core/corpus/corpus';
import { newEntityId } from '../core/entities/entityId';
import { joining } from '../core/entities/joining';
import type { KnownEntity } from '../core/entities/knownEntities';
import { compareLikelihoods, likelyEntities } from '../core/entities/likelyEntities';
import type { Entity } from '../core/model/annotation';
import type { Schema } from '../core/model/schema';
import { shortened } from '../core/text/shortened';
import { pickEntity, rowOf, section, type EntityPick } from './pickEntity';
import { typeName } from './typeNames';

/** An entity that was new or asked for, and the words of the name that it was for. */
export interface Chosen {
  readonly words: string;
  readonly entity: Entity;
}

/** What the names of one act are joined with. */
export interface JoinerOptions {
  readonly corpus: Corpus;
  readonly schema: Schema;
  /** The type that the entities are to have, where that is said. */
  readonly type?: string | undefined;
  /** Entities of other articles of the same act, to which those of this one are added. */
  readonly chosen?: Chosen[];
}

/** Finds the entities of the names of one act in an article. The same words are the same entity; new ones are known to later names. */
export class Joiner {
  readonly #corpus: Corpus;
  readonly #schema: Schema;
  readonly #type: string | undefined;
  readonly #chosen: Chosen[];
  readonly #found = new Map<string, Entity>();
  #article: readonly KnownEntity[];

  constructor(
    article: readonly KnownEntity[],
    { corpus, schema, type, chosen = [] }: JoinerOptions,
  ) {
    this.#article = article;
    this.#corpus = corpus;
    this.#schema = schema;
    this.#type = type;
    this.#chosen = chosen;
  }

  /** The entity of a name; undefined where the user was asked and chose none. */
  async entityFor(words: string): Promise<Entity | undefined> {
    const entity = this.#found.get(words) ?? (await this.#entityFor(words));
    if (!entity) return undefined;
    this.#found.set(words, entity);
    if (!this.#isOfArticle(entity.id)) {
      this.#article = [...this.#article, { entity, forms: [entity.name, words], mentions: 1 }];
    }
    return entity;
  }

  async #entityFor(words: string): Promise<Entity | undefined> {
    const type = this.#type;
    const elsewhere = [...this.#corpus.entities, ...this.#made()];
    const joined = type === undefined ? undefined : joining(words, type, this.#article, elsewhere);
    if (joined?.kind === 'known') return joined.entity;
    const chosen = this.#chosenFor(words);
    if (chosen) return chosen;
    const isNew = joined?.kind === 'new' && type !== undefined;
    const entity = isNew ? this.#newEntity(words, type) : await this.#pick(words);
    if (entity) this.#chosen.push({ words, entity });
    return entity;
  }

  /** Projects may call the same words by different types. */
  #chosenFor(words: string): Entity | undefined {
    return this.#chosen.find(
      ({ words: own, entity: { type } }) =>
        own === words && (this.#type === undefined || this.#type === type),
    )?.entity;
  }

  /** What the act has found in other articles, and no sidecar says yet. */
  #made(): KnownEntity[] {
    return this.#chosen
      .map(({ words, entity }) => ({ entity, forms: [entity.name, words], mentions: 1 }))
      .filter(({ entity }) => this.#corpus.get(entity.id) === undefined);
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
    const chosen = new Set(this.#chosen.map(({ entity }) => entity.id));
    const isTaken = (id: string) =>
      chosen.has(id) || this.#isOfArticle(id) || this.#corpus.get(id) !== undefined;
    return { id: newEntityId(name, isTaken), name, type };
  }

  #isOfArticle(id: string): boolean {
    return this.#article.some(({ entity }) => entity.id === id);
  }
}
