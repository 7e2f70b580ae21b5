// What colours are to eyes: contrast, and how far they look apart with each kind of colour vision.

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/**
 * Colour vision as a matrix over linear RGB, in full severity: Machado, Oliveira, Fernandes, “A
 * Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15 (2009), table 1.
 */
export const visions: Readonly<Record<'normal' | 'protanopia' | 'deuteranopia', Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** The contrast ratio of two colours `#rrggbb`, 1…21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const luminance = (color: string) => dot([0.2126, 0.7152, 0.0722], linear(color)) + 0.05;
  const [first, second] = [luminance(a), luminance(b)];
  return Math.max(first, second) / Math.min(first, second);
}

/** How far two colours `#rrggbb` look apart: the distance in CIELAB (1976), about 2 being just noticeable. */
export function difference(a: string, b: string, vision: Matrix): number {
  const [first, second] = [toLab(linear(a), vision), toLab(linear(b), vision)];
  return Math.hypot(...first.map((value, i) => value - (second[i] ?? 0)));
}

function linear(color: string): Vector {
  const channel = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Linear sRGB seen with a colour vision, in CIELAB of the white point D65. */
function toLab(rgb: Vector, vision: Matrix): Vector {
  const inGamut = (value: number) => Math.min(1, Math.max(0, value));
  const [red, green, blue] = vision;
  const seen: Vector = [inGamut(dot(red, rgb)), inGamut(dot(green, rgb)), inGamut(dot(blue, rgb))];
  const x = curve(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = curve(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = curve(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function curve(value: number): number {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
