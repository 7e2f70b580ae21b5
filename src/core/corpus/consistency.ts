import { problem, type Problem } from '../check/problem';
import type { KnownEntity } from '../entities/knownEntities';
import { nameForm } from '../entities/knownNames';
import type { Entity, EntityId } from '../model/annotation';
import type { Corpus } from './corpus';
import type { Tally } from './tally';

/** Something that an article says of an entity and that does not go together with what others say. */
export interface Inconsistency {
  readonly what: 'differing-name' | 'differing-type' | 'differing-link' | 'shared-name';
  /** The key of the article. */
  readonly article: string;
  /** The entity as this article describes it. */
  readonly entity: Entity;
  /** What it is instead, by what most articles say: the same entity, or another one of the same name. */
  readonly instead: Entity;
  /** Where an address differs: what it stands under, it, and what it is instead. */
  readonly link?: { readonly key: string; readonly here: string; readonly instead: string };
  /** How many articles say that. */
  readonly saying: number;
  /** How many articles describe the entity, as whatever. */
  readonly articles: number;
}

/** Where a `Consistency` looks up what articles say. */
interface Known {
  tallyOf(id: EntityId): Tally | undefined;
  knownIn(article: string, id: EntityId): KnownEntity | undefined;
}

/**
 * What the articles of a corpus say of the same entity in two ways, and the names that two entities have. It is told
 * of which entities something else is said, and looks at these alone when it is asked.
 */
export class Consistency {
  readonly #known: Known;
  readonly #touched = new Set<EntityId>();
  /** The name and the type that most articles give each entity. */
  readonly #names = new Map<EntityId, string>();
  /** The entities that have a name and a type, by both. */
  readonly #named = new Map<string, readonly EntityId[]>();
  readonly #differing = new Map<EntityId, readonly Inconsistency[]>();
  /** By name and type. */
  readonly #shared = new Map<string, readonly Inconsistency[]>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Some article says something else of an entity than before. */
  touch(id: EntityId): void {
    this.#touched.add(id);
  }

  /** All that there is, in no order. */
  find(): readonly Inconsistency[] {
    const names = new Set<string>();
    for (const id of this.#touched) {
      this.#rename(id).forEach((name) => names.add(name));
      keep(this.#differing, id, this.#differingIn(id));
    }
    this.#touched.clear();
    for (const name of names) keep(this.#shared, name, this.#sharing(name));
    return [...this.#differing.values(), ...this.#shared.values()].flat();
  }

  /** Takes note of the name that an entity has now. @returns the names that it has or had, with their types */
  #rename(id: EntityId): string[] {
    const before = this.#names.get(id);
    const most = this.#known.tallyOf(id)?.most;
    const after = most && nameAndType(most);
    if (before !== undefined && before !== after) {
      keep(
        this.#named,
        before,
        (this.#named.get(before) ?? []).filter((each) => each !== id),
      );
      this.#names.delete(id);
    }
    if (after !== undefined && before !== after) {
      this.#names.set(id, after);
      this.#named.set(after, [...(this.#named.get(after) ?? []), id]);
    }
    return [before, after].filter((name) => name !== undefined);
  }

  /** What fewer articles say of an entity than say something else. */
  #differingIn(id: EntityId): Inconsistency[] {
    const tally = this.#known.tallyOf(id);
    const most = tally?.most;
    if (!tally || !most || (tally.said.length < 2 && tally.links.length < 2)) return [];
    const [name, type] = [
      mostOf(tally, most, ({ name }) => nameForm(name)),
      mostOf(tally, most, ({ type }) => type),
    ];
    const instead: Entity = { id, name: name.entity.name, type: type.entity.type };
    const addresses = mostLinked(tally);
    return describing(this.#known, tally, id).flatMap(([article, { entity, links = {} }]) => {
      const common = { article, entity, instead, articles: tally.articles };
      const found: Inconsistency[] = [];
      if (nameForm(entity.name) !== nameForm(instead.name))
        found.push({ ...common, what: 'differing-name', saying: name.count });
      if (entity.type !== instead.type)
        found.push({ ...common, what: 'differing-type', saying: type.count });
      for (const [key, here] of Object.entries(links)) {
        const [address = here, saying = 0] = addresses.get(key) ?? [];
        if (address === here) continue;
        found.push({
          ...common,
          what: 'differing-link',
          link: { key, here, instead: address },
          saying,
        });
      }
      return found;
    });
  }

  /** The entities with a name and a type that another one of more articles has too. */
  #sharing(name: string): Inconsistency[] {
    const ids = this.#named.get(name) ?? [];
    const tallies = ids.flatMap((id) => this.#known.tallyOf(id) ?? []);
    const [first, ...others] = tallies.sort(
      (a, b) => b.articles - a.articles || ((a.most?.id ?? '') < (b.most?.id ?? '') ? -1 : 1),
    );
    const instead = first?.most;
    if (!instead) return [];
    const found = others.flatMap((tally) =>
      describing(this.#known, tally, tally.most?.id ?? '').map(
        ([article, { entity }]): Inconsistency => ({
          what: 'shared-name',
          article,
          entity,
          instead,
          saying: first.articles,
          articles: tally.articles,
        }),
      ),
    );
    return found.filter(({ entity }) => nameAndType(entity) === name);
  }
}

/** The problem that an inconsistency is, where its article's sidecar describes the entity. */
export function inconsistencyProblem(
  { what, entity, instead, link, saying, articles }: Inconsistency,
  range: Problem['range'],
): Problem {
  const [count, all] = [String(saying), String(articles)];
  switch (what) {
    case 'differing-name':
      return problem(what, range, {
        entity: entity.id,
        here: entity.name,
        name: instead.name,
        count,
        all,
      });
    case 'differing-type':
      return problem(what, range, {
        entity: entity.id,
        here: entity.type,
        type: instead.type,
        count,
        all,
      });
    case 'differing-link':
      return problem(what, range, {
        entity: entity.id,
        key: link?.key ?? '',
        here: link?.here ?? '',
        address: link?.instead ?? '',
        count,
        all,
      });
    case 'shared-name':
      return problem(what, range, {
        name: entity.name,
        entity: entity.id,
        other: instead.id,
        count,
      });
  }
}

/** A problem of one sidecar, as it is among others: what it does not describe, another one may. */
export function problemIn(corpus: Corpus, found: Problem): Problem {
  const { entity = '' } = found.detail;
  const known = found.code === 'unknown-entity' ? corpus.get(entity) : undefined;
  if (!known) return found;
  return problem('entity-elsewhere', found.range, { entity, name: known.entity.name });
}

/** The articles that describe an entity, and as what. */
function describing(known: Known, { naming }: Tally, id: EntityId): [string, KnownEntity][] {
  return [...naming].flatMap((article): [string, KnownEntity][] => {
    const described = known.knownIn(article, id);
    return described ? [[article, described]] : [];
  });
}

/** By their keys, the addresses that most articles give, and how many; of those as frequent the first by the alphabet. */
function mostLinked({ links }: Tally): Map<string, readonly [address: string, count: number]> {
  const most = new Map<string, readonly [string, number]>();
  for (const { item, count } of [...links].sort(
    (a, b) => b.count - a.count || (a.item[1] < b.item[1] ? -1 : 1),
  )) {
    const [key, address] = item;
    if (!most.has(key)) most.set(key, [address, count]);
  }
  return most;
}

/** What most articles say of an entity in one respect; of what is said as often, what `most` is. */
function mostOf(
  { said }: Tally,
  most: Entity,
  respect: (entity: Entity) => string,
): { readonly entity: Entity; readonly count: number } {
  const counts = new Map([[respect(most), { entity: most, count: 0 }]]);
  for (const { item, count } of said) {
    const counted = counts.get(respect(item)) ?? { entity: item, count: 0 };
    counts.set(respect(item), counted);
    counted.count += count;
  }
  return [...counts.values()].reduce((best, each) => (each.count > best.count ? each : best));
}

function nameAndType({ name, type }: Entity): string {
  return JSON.stringify([nameForm(name), type]);
}

function keep<Key, T>(all: Map<Key, readonly T[]>, key: Key, found: readonly T[]): void {
  if (found.length > 0) all.set(key, found);
  else all.delete(key);
}
