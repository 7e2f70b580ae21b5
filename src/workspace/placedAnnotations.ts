import type { EntityId, Mention, Quote, Target } from '../core/model/annotation';
import type { AnnotationPart } from '../core/model/parts';

/** Something of an article, as it was when it was shown. Plain data: what is dragged is written as JSON. */
export interface Placed<T> {
  /** Of the article. */
  readonly uri: string;
  readonly item: T;
}

/** The argument of `_chiosa.moveMentions`. */
export interface MoveArgument {
  readonly mentions: readonly Placed<Mention>[];
  /** The id of an entity of the article or of the corpus. */
  readonly into: EntityId;
}

/** Who says quotes: an entity, by its id, or these words; nobody known where it is neither. */
export interface SpeakerMeant {
  readonly entity?: EntityId;
  readonly words?: Target;
}

/** The argument of `_chiosa.setSpeakers`: quotes, or all that somebody says. */
export interface SpeakersArgument {
  readonly quotes?: readonly Placed<Quote>[];
  readonly saidBy?: SpeakerMeant;
  /** The article in which all is that this speaker says; without it, all articles. */
  readonly uri?: string;
  readonly speaker: SpeakerMeant;
}

/** The argument of `_chiosa.removeAnnotations`. */
export interface RemovalArgument {
  readonly parts: readonly Placed<AnnotationPart>[];
  /** Entities of which all mentions go. */
  readonly entities: readonly MentionsOf[];
}

/** The mentions of an entity in one article, or in all. */
export interface MentionsOf {
  readonly entity: EntityId;
  readonly uri?: string;
}
