import * as vscode from 'vscode';
import { defaultSchema } from '../../core/model/schema';
import type { DisposableStore } from '../../host/disposables';

/** The decorations of the editor, one for each thing that is marked. */
export interface DecorationTypes {
  readonly entities: ReadonlyMap<string, vscode.TextEditorDecorationType>;
  readonly quote: vscode.TextEditorDecorationType;
  readonly quoteStart: vscode.TextEditorDecorationType;
  readonly quoteEnd: vscode.TextEditorDecorationType;
  readonly cue: vscode.TextEditorDecorationType;
  readonly speaker: vscode.TextEditorDecorationType;
}

/** The line under an entity has another form for each type, so that colour is not all that tells them apart. */
const lines: Readonly<Record<string, string>> = {
  person: 'solid',
  organization: 'double',
  location: 'dashed',
  event: 'dotted',
  work: 'groove',
  other: 'dashed',
};

/** Makes them all; `owner` disposes of them. */
export function createDecorationTypes(owner: DisposableStore): DecorationTypes {
  const create = (options: vscode.DecorationRenderOptions) =>
    owner.add(
      vscode.window.createTextEditorDecorationType({
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        ...options,
      }),
    );
  const color = (name: string) => new vscode.ThemeColor(`chiosa.${name}`);
  const bracket = (borderWidth: string) => ({
    borderColor: color('quoteBorder'),
    borderStyle: 'solid',
    borderWidth,
  });
  const { Left, Right } = vscode.OverviewRulerLane;
  return {
    entities: new Map(
      defaultSchema.types.map(({ id }) => [
        id,
        create({
          backgroundColor: color(`${id}Background`),
          borderColor: color(`${id}Border`),
          borderStyle: lines[id] ?? 'solid',
          borderWidth: lines[id] === 'double' ? '0 0 3px 0' : '0 0 2px 0',
          overviewRulerColor: color(`${id}Border`),
          overviewRulerLane: Left,
        }),
      ]),
    ),
    quote: create({
      backgroundColor: color('quoteBackground'),
      overviewRulerColor: color('quoteBorder'),
      overviewRulerLane: Right,
    }),
    // At the real ends only: a border of the whole would stand at each wrapped line.
    quoteStart: create(bracket('2px 0 2px 2px')),
    quoteEnd: create(bracket('2px 2px 2px 0')),
    cue: create({ textDecoration: 'underline dotted 1px', fontStyle: 'italic' }),
    speaker: create({ fontWeight: 'bold' }),
  };
}
