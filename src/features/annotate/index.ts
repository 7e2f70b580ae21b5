import * as vscode from 'vscode';
import { extentOf } from '../../core/model/annotation';
import { mentionsOf } from '../../core/model/annotationSet';
import { mentionsAt } from '../../core/model/spanIndex';
import { argumentOf, registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { UserError } from '../../host/userError';
import { bringToFront, reveal } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { annotateEntity } from './annotateEntity';
import { addToQuote, annotateQuote } from './annotateQuote';
import { editArticleFields } from './editArticleFields';
import { linkMention } from './linkMention';
import { moveBoundary } from './moveBoundary';
import { remove } from './remove';
import { offsetMeant, uriMeant, type At } from './selection';
import { setAttribute } from './setAttribute';
import { setCue } from './setCue';
import { setQuoteKind } from './setQuoteKind';
import { setSpeaker } from './setSpeaker';

/** The commands that annotate the active article. Each takes an optional argument, for keys and links. */
export function register(services: Services): vscode.Disposable {
  const { lastAct, log } = services;
  const on = (id: string, run: (argument: unknown) => Promise<void>) =>
    registerCommand(id, log, run);
  /** An act that can be repeated: `run` gives the argument that says all that was asked; nothing, if nothing was done. */
  const act = (id: string, run: (argument: unknown) => Promise<object | undefined>) =>
    on(id, async (argument) => {
      const done = await run(argument);
      if (done) lastAct.remember(id, done);
    });
  return disposeAll(
    act('chiosa.annotateEntity', (argument) => annotateEntity(services, argumentOf(argument))),
    act('chiosa.linkMention', (argument) => linkMention(services, argumentOf(argument))),
    on('chiosa.extendEnd', () => moveBoundary(services, { boundary: 'end', direction: 'extend' })),
    on('chiosa.shrinkEnd', () => moveBoundary(services, { boundary: 'end', direction: 'shrink' })),
    on('chiosa.extendStart', () =>
      moveBoundary(services, { boundary: 'start', direction: 'extend' }),
    ),
    on('chiosa.shrinkStart', () =>
      moveBoundary(services, { boundary: 'start', direction: 'shrink' }),
    ),
    act('chiosa.annotateQuote', (argument) => annotateQuote(services, argumentOf(argument))),
    act('chiosa.addToQuote', (argument) => addToQuote(services, argumentOf(argument))),
    act('chiosa.setSpeaker', (argument) => setSpeaker(services, argumentOf(argument))),
    act('chiosa.setCue', (argument) => setCue(services, argumentOf(argument))),
    act('chiosa.setQuoteKind', (argument) => setQuoteKind(services, argumentOf(argument))),
    on('chiosa.setAttribute', (argument) => setAttribute(services, argumentOf(argument))),
    on('chiosa.editArticleFields', () => editArticleFields(services)),
    on('chiosa.remove', (argument) => remove(services, argumentOf(argument))),
    on('chiosa.nextMention', (argument) => nextMention(services, argumentOf(argument))),
    on('chiosa.openSidecar', () => openSidecar(services)),
  );
}

/** Goes from the mention at the cursor to the next one of its entity, from the last to the first. */
async function nextMention({ active }: Services, { at }: { at?: At }): Promise<void> {
  const edited = await active.demand(uriMeant(at));
  const { set } = edited.state;
  const [mention] = mentionsAt(set, offsetMeant(edited, at));
  if (!mention) {
    throw new UserError(
      vscode.l10n.t('There is no entity at the cursor. Annotate the name as an entity first.'),
    );
  }
  const placed = mentionsOf(set, mention.entity).filter(({ target }) => extentOf(target));
  const next = placed[(placed.indexOf(mention) + 1) % placed.length] ?? mention;
  await reveal(edited.article, next.target);
}

/** Opens the YAML beside the article, or where it is open already. */
async function openSidecar({ active }: Services): Promise<void> {
  const { article } = await active.demandShown();
  if (article.state.source === undefined) {
    throw new UserError(
      vscode.l10n.t('This article has no annotations yet, so it has no sidecar.'),
    );
  }
  await bringToFront(article.sidecar, vscode.ViewColumn.Beside);
}
