import * as vscode from 'vscode';
import { decide } from '../../core/merge/decide';
import { conflictsOf, type Decision, type OpenConflict } from '../../core/merge/openConflicts';
import { spansOf, type Entity, type Mention, type Quote } from '../../core/model/annotation';
import { equal } from '../../core/model/equal';
import { toRange } from '../../host/convert';
import type { EditedArticle, ShownArticle } from '../../workspace/activeArticle';
import { demandWritable } from '../../workspace/demandWritable';
import { select } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { nameOf } from '../../workspace/sidecarFile';
import { passageOf } from './conflictWords';
import { DecisionPick } from './pickDecision';
import type { NamesOfSides, SideNames } from './sideNames';
import { tellWhatIsLeft } from './whatIsLeft';

/** What a conflict is of: an `OpenConflict` as it was known once, or a row of the sidebar. */
interface Meant {
  readonly owner?: OpenConflict['owner'];
  readonly mention?: Mention;
  readonly quote?: Quote;
  readonly entity?: Entity;
}

/** The argument of `chiosa.resolveConflicts`: where it begins, if not at the first conflict of the active article. */
export interface ResolveArgument extends Meant {
  /** Of the article. */
  readonly uri?: vscode.Uri | string;
}

/** The argument of `_chiosa.decideConflict`. */
export interface DecideArgument {
  readonly uri: vscode.Uri;
  readonly open: OpenConflict;
  readonly decision: Decision;
}

/** Asks of one conflict after the other which version is kept, from the one that is meant. What was decided stays so. */
export async function resolveConflicts(
  services: Services,
  sides: NamesOfSides,
  argument: ResolveArgument,
): Promise<void> {
  const uri = typeof argument.uri === 'string' ? vscode.Uri.parse(argument.uri) : argument.uri;
  const first = await demand(services, uri);
  const { article } = first;
  const names = await sides.of(article.sidecar);
  const pick = new DecisionPick();
  try {
    const decided = await decideEach(services, first, names, pick, argument);
    const name = nameOf(article.sidecar);
    await tellWhatIsLeft(article, vscode.l10n.t('Conflicts decided in {0}: {1}.', name, decided));
  } finally {
    pick.dispose();
  }
}

/** @returns how many were decided */
async function decideEach(
  services: Services,
  first: EditedArticle,
  names: SideNames,
  pick: DecisionPick,
  begin: Meant,
): Promise<number> {
  let edited = first;
  let conflicts = conflictsOf(edited.state.set);
  let decided = 0;
  let skipped = Math.max(
    0,
    conflicts.findIndex((each) => isMeant(each, begin)),
  );
  for (let open = conflicts[skipped]; open; open = conflicts[skipped]) {
    showPassage(edited, open);
    const decision = await pick.ask(edited, open, names, {
      step: decided + skipped + 1,
      totalSteps: decided + conflicts.length,
    });
    if (decision === undefined) break;
    if (decision === 'skip') {
      skipped += 1;
      continue;
    }
    await make(services, edited, open, decision);
    decided += 1;
    edited = await demand(services, first.article.uri);
    conflicts = conflictsOf(edited.state.set);
  }
  return decided;
}

/** Decides one conflict. Nothing happens where it is decided already. */
export async function decideConflict(
  services: Services,
  { uri, open, decision }: DecideArgument,
): Promise<void> {
  const shown = await services.active.demandShown(uri);
  const now = conflictsOf(shown.state.set).find((each) => isMeant(each, open));
  if (!now) return;
  await make(services, shown, now, decision);
  if (conflictsOf(shown.article.state.set).length > 0) return;
  const name = nameOf(shown.article.sidecar);
  await tellWhatIsLeft(shown.article, vscode.l10n.t('The last conflict in {0} is decided.', name));
}

async function demand({ active }: Services, uri?: vscode.Uri): Promise<EditedArticle> {
  const edited = await active.demand(uri ?? active.article?.uri);
  demandWritable(edited.article.uri, edited.state);
  return edited;
}

async function make(
  { articles }: Services,
  shown: ShownArticle,
  open: OpenConflict,
  decision: Decision,
): Promise<void> {
  const { state, file } = shown;
  await articles.apply(shown, decide(state.set, file.text.text, open, decision));
}

/** Brings the cursor to the words that the conflict is about: what is selected could be typed over afterwards. */
function showPassage({ editor, file, state }: EditedArticle, open: OpenConflict): void {
  const [first] = spansOf(passageOf(open, state.set));
  if (!first) return;
  const { start } = toRange(file.text, first);
  select(editor, [new vscode.Range(start, start)]);
}

function isMeant(open: OpenConflict, meant: Meant): boolean {
  if (meant.owner !== undefined && meant.owner !== open.owner) return false;
  switch (open.owner) {
    case 'mention':
      return equal(open.mention, meant.mention);
    case 'quote':
    case 'cue':
    case 'speaker':
      return equal(open.quote, meant.quote);
    case 'entity':
      return open.entity.id === meant.entity?.id;
    case 'article':
    case 'further':
      return open.owner === meant.owner;
  }
}
