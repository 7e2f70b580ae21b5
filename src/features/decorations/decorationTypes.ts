import * as vscode from 'vscode';
import type { TypeLook } from '../../workspace/typeLooks';
import { lookKey, type Look } from './computeDecorations';
import { partnerOptions, renderOptions, rulerOptions, type MarkStyle } from './looks';
import type { RulerSubject } from './ruler';

/** The decoration types of the editor, one for each look, made when the look is first seen. */
export class DecorationTypes implements vscode.Disposable {
  readonly #made = new Map<string, vscode.TextEditorDecorationType>();
  readonly #entityTypes: ReadonlyMap<string, TypeLook>;
  readonly #style: MarkStyle;

  constructor(entityTypes: ReadonlyMap<string, TypeLook>, style: MarkStyle) {
    this.#entityTypes = entityTypes;
    this.#style = style;
  }

  of(look: Look): vscode.TextEditorDecorationType {
    return this.#make(lookKey(look), () => renderOptions(look, this.#entityTypes, this.#style));
  }

  ofRuler(subject: RulerSubject): vscode.TextEditorDecorationType {
    const name = typeof subject === 'string' ? subject : `mention ${subject.type}`;
    return this.#make(`ruler ${name}`, () => rulerOptions(subject, this.#entityTypes));
  }

  get ofPartners(): vscode.TextEditorDecorationType {
    return this.#make('partner', partnerOptions);
  }

  /** Takes all marks out of all editors. */
  dispose(): void {
    for (const type of this.#made.values()) type.dispose();
  }

  #make(key: string, options: () => vscode.DecorationRenderOptions) {
    const known = this.#made.get(key);
    if (known) return known;
    const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
    const type = vscode.window.createTextEditorDecorationType({ rangeBehavior, ...options() });
    this.#made.set(key, type);
    return type;
  }
}
