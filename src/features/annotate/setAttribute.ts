import * as vscode from 'vscode';
import {
  attributeValue,
  setAttribute as attributeChange,
  type Subject,
} from '../../core/edit/attributeEdits';
import { wordsOf } from '../../core/model/annotation';
import { mentionsAt, quotesAt } from '../../core/model/spanIndex';
import { attributesOf, type Attribute } from '../../core/model/schema';
import { shortened } from '../../core/text/shortened';
import { UserError } from '../../host/userError';
import type { ArticleState } from '../../workspace/articleState';
import type { Services } from '../../workspace/services';
import { quoteKindName } from '../../workspace/typeNames';
import { asWords, askAttribute } from './askAttribute';
import { offsetMeant, uriMeant, type At } from './selection';

/** The argument of `chiosa.setAttribute`, for keys and links. */
export interface SetAttributeArgument {
  readonly at?: At;
  /** The name of the attribute; without it the user is asked. */
  readonly attribute?: string;
}

/** An attribute that something at the cursor may have. */
interface Applicable {
  readonly subject: Subject;
  readonly attribute: Attribute;
  /** What the attribute is of, for people. */
  readonly of: string;
}

/** Sets an attribute of the mention, entity or quote at the cursor; asks which, and what it is to say. */
export async function setAttribute(
  { active, articles }: Services,
  { at, attribute: name }: SetAttributeArgument = {},
): Promise<void> {
  const edited = await active.demand(uriMeant(at));
  const applicable = applicableAt(edited.state, offsetMeant(edited, at)).filter(
    ({ attribute }) => name === undefined || attribute.name === name,
  );
  if (applicable.length === 0) {
    throw new UserError(
      vscode.l10n.t(
        'The project has no attributes for what is at the cursor. Declare them in chiosa.yaml.',
      ),
      { title: vscode.l10n.t('Open Schema'), command: 'chiosa.openSchema' },
    );
  }
  const chosen = applicable.length === 1 ? applicable[0] : await pick(applicable);
  if (!chosen) return;
  const { subject, attribute } = chosen;
  const answer = await askAttribute(attribute, attributeValue(subject, attribute.name));
  if (answer) {
    await articles.apply(edited, attributeChange(subject, attribute.name, answer.value));
  }
}

/** The attributes of what stands at an offset: mentions, their entities, quotes, the shortest first. */
function applicableAt({ set, schema }: ArticleState, offset: number): Applicable[] {
  const applicable = (subject: Subject, of: string, type?: string) =>
    attributesOf(schema, subject.owner, type).map((attribute) => ({ subject, attribute, of }));
  const mentions = mentionsAt(set, offset).flatMap((mention) => {
    const entity = set.entities.get(mention.entity);
    const words = vscode.l10n.t('“{0}”', shortened(wordsOf(mention.target), 40));
    return [
      ...applicable({ owner: 'mention', item: mention }, words, entity?.type),
      ...(entity ? applicable({ owner: 'entity', item: entity }, entity.name, entity.type) : []),
    ];
  });
  const quotes = quotesAt(set, offset).flatMap((quote) =>
    applicable({ owner: 'quote', item: quote }, quoteKindName(quote.kind, schema)),
  );
  return [...mentions, ...quotes];
}

async function pick(applicable: readonly Applicable[]): Promise<Applicable | undefined> {
  const items = applicable.map((each) => ({
    label: each.attribute.name,
    description: asWords(attributeValue(each.subject, each.attribute.name)) ?? '',
    detail: [each.of, each.attribute.description].filter(Boolean).join(' · '),
    each,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Attributes'),
    placeHolder: vscode.l10n.t('Which one is to be set?'),
    matchOnDetail: true,
  });
  return picked?.each;
}
