import * as vscode from 'vscode';
import { fallbackLook, type LineForm, type TypeLook } from '../../workspace/typeLooks';
import type { Look, MarkPart } from './computeDecorations';
import type { RulerSubject } from './ruler';

// How each look is drawn. Marks of mentions stand under the words, those of quotes over or around them, so
// that one never hides the other. VS Code draws each decoration as a box of its own behind the text, as high as the
// line; CSS behind the value of a property makes it lower. Were VS Code to drop that, the marks would only
// lose their levels. Lengths are pixels of CSS.

/** Which marks are filled, and not only lines. */
export interface MarkStyle {
  readonly fillsMentions: boolean;
  readonly fillsQuotes: boolean;
}

/** How a look is drawn. */
export function renderOptions(
  look: Look,
  types: ReadonlyMap<string, TypeLook>,
  style: MarkStyle,
): vscode.DecorationRenderOptions {
  const { of, level, part } = look;
  switch (of.role) {
    case 'mention': {
      const type = types.get(of.type) ?? fallbackLook;
      return part === 'whole'
        ? underMention(type, look, style.fillsMentions)
        : endOfMention(type, look);
    }
    case 'content':
      return part === 'whole' ? overQuote(level, style.fillsQuotes) : endOfQuote(level, part);
    case 'cue':
      return aroundPart(level, 'dotted', '6px');
    case 'speaker':
      return aroundPart(level, 'dashed', '0');
  }
}

/** Around what belongs to the annotation at the cursor. */
export function partnerOptions(): vscode.DecorationRenderOptions {
  return {
    backgroundColor: color('chiosa.partnerBackground'),
    ...border(color('chiosa.partnerBorder'), 'solid', '1px'),
    borderRadius: '2px',
  };
}

/** A mark in the overview ruler: mentions left, quotes right, partners in the middle. */
export function rulerOptions(
  of: RulerSubject,
  types: ReadonlyMap<string, TypeLook>,
): vscode.DecorationRenderOptions {
  const { Left, Center, Right } = vscode.OverviewRulerLane;
  switch (of) {
    case 'quotes':
      return { overviewRulerColor: color('chiosa.quoteBorder'), overviewRulerLane: Right };
    case 'partners':
      return { overviewRulerColor: color('chiosa.partnerBorder'), overviewRulerLane: Center };
    default: {
      const { line } = types.get(of.type) ?? fallbackLook;
      return { overviewRulerColor: color(line), overviewRulerLane: Left };
    }
  }
}

function underMention({ line, fill, form }: TypeLook, look: Look, isFilled: boolean) {
  const [style, width] = borders[form];
  return {
    ...(isFilled && { backgroundColor: fill === undefined ? washOf(line) : color(fill) }),
    ...border(color(line), style, `0 0 ${width}px 0`),
    borderRadius: css({
      top: `${14 - 7 * look.level}%`,
      bottom: mentionBottom(look.level),
      ...(form === 'dash-dot' && { 'border-image': dashDot(cssOf(line)) }),
      ...(look.isTwin && { 'clip-path': 'inset(0 1px)' }),
    }),
  };
}

/** A tick up from the line, higher for outer mentions. A twin is parted from its neighbours by a gap. */
function endOfMention({ line }: TypeLook, { level, part, isTwin }: Look) {
  const width = isTwin ? 3 : 2;
  return {
    ...border(color(line), 'solid', part === 'left' ? `0 0 0 ${width}px` : `0 ${width}px 0 0`),
    borderRadius: css({
      top: `${58 - 25 * level}%`,
      bottom: mentionBottom(level),
      ...(isTwin && { 'clip-path': 'inset(0 1px)' }),
    }),
  };
}

function overQuote(level: number, isFilled: boolean) {
  return {
    ...(isFilled && { backgroundColor: color('chiosa.quoteBackground') }),
    ...border(color('chiosa.quoteBorder'), 'solid', '1px 0 0 0'),
    borderRadius: css({ top: quoteTop(level), bottom: '0' }),
  };
}

function endOfQuote(level: number, part: MarkPart) {
  return {
    ...border(
      color('chiosa.quoteBorder'),
      'solid',
      part === 'left' ? '2px 0 0 2px' : '0 2px 2px 0',
    ),
    borderRadius: css({ top: quoteTop(level), bottom: quoteTop(level) }),
  };
}

/** A line over the words only would be read as one under the words above them. */
function aroundPart(level: number, style: string, radius: string) {
  return {
    ...border(color('chiosa.quoteBorder'), style, '1px'),
    borderRadius: css({ top: `calc(${quoteTop(level)} + 1px)`, bottom: '1px' }, radius),
  };
}

const borders: Readonly<Record<LineForm, readonly [style: string, width: number]>> = {
  solid: ['solid', 2],
  double: ['double', 3],
  dashed: ['dashed', 2],
  dotted: ['dotted', 2],
  'dash-dot': ['solid', 2],
  thin: ['solid', 1],
};

/** The one line that CSS has no border style for. */
function dashDot(css: string): string {
  const gaps = `transparent 7px 9px, ${css} 9px 11px, transparent 11px 13px`;
  return `repeating-linear-gradient(90deg, ${css} 0 7px, ${gaps}) 2`;
}

function mentionBottom(level: number): string {
  return `calc(10% - ${3 * level}px)`;
}

function quoteTop(level: number): string {
  return `${2 * level}px`;
}

function border(borderColor: string | vscode.ThemeColor, borderStyle: string, borderWidth: string) {
  return { borderColor, borderStyle, borderWidth };
}

/**
 * A radius, and behind it further CSS for the box, which has the height of its line otherwise.
 * No z-index: it would lift the marks over the words, out of the mouse’s reach.
 */
function css(properties: Readonly<Record<string, string>>, radius = '0'): string {
  const all = Object.entries({ height: 'auto !important', ...properties });
  return [radius, ...all.map(([name, value]) => `${name}: ${value}`)].join('; ');
}

function color(value: string): string | vscode.ThemeColor {
  return value.startsWith('#') ? value : new vscode.ThemeColor(value);
}

/** A colour so thin that text on it stays readable. */
function washOf(value: string): string {
  return `color-mix(in srgb, ${cssOf(value)} 15%, transparent)`;
}

/** The colour in CSS, where VS Code has a variable for each theme colour. */
function cssOf(value: string): string {
  return value.startsWith('#') ? value : `var(--vscode-${value.replaceAll('.', '-')})`;
}
