import * as vscode from 'vscode';
import { keeperOf, type OpenConflict } from '../../core/merge/openConflicts';
import {
  cueAs,
  entityAs,
  fieldsAs,
  furtherKeysAs,
  mentionAs,
  quoteAs,
  speakerAs,
} from '../../core/merge/versions';
import { wordsOf, type Entity, type Quote, type Target } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet, type ArticleFields } from '../../core/model/annotationSet';
import { versionIn, type Version } from '../../core/model/conflict';
import { shortened } from '../../core/text/shortened';
import type { ArticleState } from '../../workspace/articleState';
import { partName } from '../../workspace/partNames';
import { quoteKindName, statusName, typeName } from '../../workspace/typeNames';

/** What is in conflict, whichever it is, as far as it is told in words. */
type Thing = Omit<ArticleFields, 'conflict'> &
  Partial<Pick<Entity, 'name' | 'type'> & Pick<Quote, 'kind' | 'content'>> & {
    readonly entity?: string;
    readonly target?: Target;
  };

/** The two versions of what is in conflict; undefined for a side that has removed it, or says nothing of it. */
export interface BothVersions {
  readonly ours: Thing | undefined;
  readonly theirs: Thing | undefined;
}

/** @param text that of the article, with LF as ends of line */
export function bothVersions(open: OpenConflict, set: AnnotationSet, text: string): BothVersions {
  const shown = shownIn(open, set);
  const version = versionIn(open.conflict);
  if (version) return { ours: shown, theirs: thingAs(open, set, version, text) };
  return keeperOf(open.conflict) === 'ours'
    ? { ours: shown, theirs: undefined }
    : { ours: undefined, theirs: shown };
}

/** What is in conflict, as a person says it: `Mention “…”`, `cue of “…”`. */
export function subjectOf(open: OpenConflict, state: ArticleState): string {
  const { t } = vscode.l10n;
  switch (open.owner) {
    case 'mention':
      return t('Mention “{0}”', shortened(wordsOf(open.mention.target), 40));
    case 'quote':
      return t('Quote “{0}”', shortened(wordsOf(open.quote.content), 40));
    case 'cue':
    case 'speaker': {
      const { quote, owner } = open;
      return partName({ role: owner, quote, target: quote.content }, state);
    }
    case 'entity':
      return t('Entity “{0}”', open.entity.name);
    case 'article':
      return t('Fields of the article');
    case 'further':
      return t('Further keys of the sidecar');
  }
}

/** Where the article is about it, for the passage that is shown while it is decided. */
export function passageOf(open: OpenConflict, set: AnnotationSet): Target | undefined {
  switch (open.owner) {
    case 'mention':
      return open.mention.target;
    case 'quote':
      return open.quote.content;
    case 'cue':
      return open.quote.cue?.target;
    case 'speaker':
      return open.quote.speaker?.target ?? open.quote.content;
    case 'entity':
      return mentionsOf(set, open.entity.id)[0]?.target;
    case 'article':
    case 'further':
      return undefined;
  }
}

/** What a side says that the other one does not, in one line: `Type: Person · Name: Ada`. */
export function sentenceOf(
  side: keyof BothVersions,
  versions: BothVersions,
  state: ArticleState,
): string {
  const thing = versions[side];
  const other = versions[side === 'ours' ? 'theirs' : 'ours'];
  if (!thing) return vscode.l10n.t('removes it');
  const own = factsOf(thing, state);
  if (!other) return [...own.values()].join(' · ');
  const others = factsOf(other, state);
  const none = vscode.l10n.t('none');
  // In the same order for both sides.
  const [first, second] = side === 'ours' ? [own, others] : [others, own];
  const labels = [...new Set([...first.keys(), ...second.keys()])];
  const differing = labels.filter((label) => own.get(label) !== others.get(label));
  const told = differing.length > 0 ? differing : labels;
  return told.map((label) => vscode.l10n.t('{0}: {1}', label, own.get(label) ?? none)).join(' · ');
}

function shownIn(open: OpenConflict, set: AnnotationSet): Thing | undefined {
  switch (open.owner) {
    case 'mention':
      return open.mention;
    case 'quote':
      return open.quote;
    case 'cue':
      return open.quote.cue;
    case 'speaker':
      return open.quote.speaker;
    case 'entity':
      return open.entity;
    case 'article':
      return set.article;
    case 'further':
      return { extra: set.extra };
  }
}

function thingAs(
  open: OpenConflict,
  set: AnnotationSet,
  version: Version,
  text: string,
): Thing | undefined {
  switch (open.owner) {
    case 'mention':
      return mentionAs(open.mention, version, text);
    case 'quote':
      return quoteAs(open.quote, version, text);
    case 'cue':
      return open.quote.cue && cueAs(open.quote.cue, version, text);
    case 'speaker':
      return open.quote.speaker && speakerAs(open.quote.speaker, version, text);
    case 'entity':
      return entityAs(open.entity, version);
    case 'article':
      return fieldsAs(set.article, version);
    case 'further':
      return furtherKeysAs(set, version);
  }
}

/** What is said of a thing, by what the user knows it as. */
function factsOf(thing: Thing, state: ArticleState): ReadonlyMap<string, string> {
  const { t } = vscode.l10n;
  const { set, schema } = state;
  const { entity, name, type, kind, status, labels, title, outlet, published, language } = thing;
  const target = thing.target ?? thing.content;
  const known = entity === undefined ? undefined : set.entities.get(entity);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('Entity'), known ? `${known.name} (${typeName(known.type, schema)})` : entity],
    [t('Words'), target && t('“{0}”', shortened(wordsOf(target)))],
    [t('Name'), name],
    [t('Type'), type === undefined ? undefined : typeName(type, schema)],
    [t('Kind'), kind === undefined ? undefined : quoteKindName(kind, schema)],
    [t('Title'), title],
    [t('Outlet'), outlet],
    [t('Published'), published],
    [t('Language'), language],
    [t('Status'), status === undefined ? undefined : statusName(status)],
    [t('Labels'), labels?.join(', ')],
    ...Object.entries(thing.extra ?? {}).map(([key, value]) => [key, wordsFor(value)] as const),
  ];
  return new Map(facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])));
}

/** The value of a further key, which may be anything that YAML can say. */
function wordsFor(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
