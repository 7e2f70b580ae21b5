import * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { ArticleText } from '../../core/text/articleText';
import type { Span } from '../../core/text/span';
import { showsText, toOffset, toRange } from '../../host/convert';
import type { ArticleState } from '../../workspace/articleState';
import { settings } from '../../workspace/settings';
import { computeDecorations } from './computeDecorations';
import type { DecorationTypes } from './decorationTypes';
import { Layer } from './layer';
import { partnersAt } from './partners';
import { entityLines, mentionLines, quoteLines } from './ruler';
import { containsLines, stretchOf, withMargin, type Lines } from './stretch';

/** What is drawn in an editor: the annotations of these lines, as they were in this state. */
interface Drawn {
  readonly state: ArticleState;
  readonly lines: Lines;
}

/** The marks in the text of one editor: those on the screen and around it, no others. */
export class EditorMarks {
  readonly #editor: vscode.TextEditor;
  readonly #types: DecorationTypes;
  readonly #marks: Layer;
  readonly #partners: Layer;
  readonly #ruler: Layer;
  #drawn: Drawn | undefined;
  /** The text was edited since then: VS Code has moved the marks. */
  #isEdited = false;
  /** The arrangement of annotations that the ruler shows. */
  #ruled: object | undefined;

  constructor(editor: vscode.TextEditor, types: DecorationTypes) {
    this.#editor = editor;
    this.#types = types;
    this.#marks = new Layer(editor);
    this.#partners = new Layer(editor);
    this.#ruler = new Layer(editor);
  }

  /** Draws what has come on the screen or has changed; false where nothing has. */
  draw(state: ArticleState): boolean {
    const text = state.file?.text;
    const lines = linesOnScreen(this.#editor);
    if (!text || !lines) return false;
    const drawn = this.#drawnAround(lines);
    if (drawn?.state === state && !this.#isEdited) return false;
    const areMoved = drawn && isShifted(drawn.state, state);
    const around = areMoved ? drawn.lines : withMargin(lines, text.lineCount);
    // An edit of the text may not have been read yet.
    if (!showsText(this.#editor.document, text, around)) return false;
    this.#drawn = { state, lines: around };
    this.#isEdited = false;
    if (!areMoved) this.#drawMarks(state.set, text, around);
    this.drawPartners();
    return true;
  }

  /** What is drawn, where it is drawn on all of these lines. */
  #drawnAround(lines: Lines): Drawn | undefined {
    return this.#drawn && containsLines(this.#drawn.lines, lines) ? this.#drawn : undefined;
  }

  #drawMarks(set: AnnotationSet, text: ArticleText, lines: Lines): void {
    const marks = computeDecorations(set, text.text, stretchOf(text, lines));
    this.#marks.show(
      new Map(
        [...marks.values()].map(({ look, spans }) => [this.#types.of(look), rangesOf(text, spans)]),
      ),
    );
  }

  /** Draws what belongs to the annotations at the cursor. */
  drawPartners(): void {
    const { state, lines } = this.#drawn ?? {};
    const text = state?.file?.text;
    if (!state || !lines || !text || this.#isEdited) return;
    if (!settings.partnerHighlights.get()) return;
    const offset = toOffset(text, this.#editor.selection.active);
    const { entity, spans } = partnersAt(state.set, offset, stretchOf(text, lines));
    const inRuler = entity === undefined ? [] : entityLines(state.set, entity, text);
    this.#partners.show(
      new Map([
        [this.#types.ofPartners, rangesOf(text, spans)],
        [this.#types.ofRuler('partners'), inRuler.map(toLineRange)],
      ]),
    );
  }

  /** Draws the overview ruler: for the whole article, so not at once for each change. */
  drawRuler(state: ArticleState): void {
    const text = state.file?.text;
    const { set, arrangement } = state;
    if (!text || this.#drawn?.state !== state || this.#ruled === arrangement) return;
    this.#ruled = arrangement;
    this.#ruler.show(
      new Map([
        ...[...mentionLines(set, text)].map(
          ([type, lines]) => [this.#types.ofRuler({ type }), lines.map(toLineRange)] as const,
        ),
        [this.#types.ofRuler('quotes'), quoteLines(set, text).map(toLineRange)],
      ]),
    );
  }

  /** Takes all marks out of the editor. */
  clear(): void {
    for (const layer of [this.#marks, this.#partners, this.#ruler]) layer.show(new Map());
  }

  /** To be called when the text is edited. @param keepsLines whether all lines are where they were */
  edited(keepsLines: boolean): void {
    if (!keepsLines) {
      this.#drawn = undefined;
      // Marks of whole lines stay where their lines begin, though an annotation may have gone on below.
      this.#ruled = undefined;
    }
    this.#isEdited = true;
    this.#marks.forget();
    this.#partners.forget();
    this.#ruler.forget();
  }
}

/** Whether VS Code, which moves marks with the text, has moved those of one state to where the other has them. */
function isShifted(before: ArticleState, after: ArticleState): boolean {
  return before !== after && before.arrangement === after.arrangement;
}

function rangesOf(text: ArticleText, spans: readonly Span[]): vscode.Range[] {
  return spans.map((span) => toRange(text, span));
}

function toLineRange({ first, last }: Lines): vscode.Range {
  return new vscode.Range(first, 0, last, 0);
}

/** From the first to the last line on the screen; undefined while the editor shows none. */
function linesOnScreen({ visibleRanges }: vscode.TextEditor): Lines | undefined {
  const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
  return first && last && { first: first.start.line, last: last.end.line };
}
