import assert from 'node:assert/strict';
import fs from 'node:fs';
import { defaultSchema } from '../../src/core/model/schema';
import { contrast, difference, visions } from '../support/colors';
import { repositoryPath } from '../support/files';

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(fs.readFileSync(repositoryPath('package.json'), 'utf8')) as {
  readonly contributes: { readonly colors: readonly Color[] };
};
/** The background of the editor in VS Code’s default themes: Light and Dark Modern, both High Contrast. */
const backgrounds = {
  light: '#ffffff',
  dark: '#1f1f1f',
  highContrast: '#000000',
  highContrastLight: '#ffffff',
};

/** The words there; with high contrast there are no fills behind them. */
const foregrounds = new Map([
  ['light', '#3b3b3b'],
  ['dark', '#cccccc'],
]);

for (const [theme, background] of Object.entries(backgrounds)) {
  const colorOf = (id: string) =>
    manifest.contributes.colors.find((color) => color.id === id)?.defaults[theme] ??
    assert.fail(`no colour ${id}`);

  describe(`the colours of marks, ${theme}`, () => {
    it('have lines that stand out from the background (WCAG 2.2, 1.4.11)', () => {
      for (const { id } of manifest.contributes.colors) {
        if (!id.endsWith('Border')) continue;
        const ratio = contrast(colorOf(id), background);
        assert.ok(ratio >= 3, `${id}: ${ratio.toFixed(2)}`);
      }
    });

    for (const [vision, matrix] of Object.entries(visions)) {
      it(`are told apart with ${vision === 'normal' ? 'normal vision' : vision}`, () => {
        const ids = [...defaultSchema.types.map((type) => type.id), 'quote'];
        const lines = ids.map((id) => colorOf(`chiosa.${id}Border`));
        lines.forEach((line, i) => {
          lines.slice(0, i).forEach((other, j) => {
            const apart = difference(line, other, matrix);
            assert.ok(apart >= 20, `${ids[i] ?? ''}, ${ids[j] ?? ''}: ${apart.toFixed(1)}`);
          });
        });
      });
    }

    const foreground = foregrounds.get(theme);
    if (foreground === undefined) return;
    it('keep the words readable on three fills, one over the other (WCAG 2.2, 1.4.3)', () => {
      for (const { id } of manifest.contributes.colors) {
        if (!id.endsWith('Background')) continue;
        const fill = colorOf(id);
        const filled = over(fill, over(fill, over(fill, background)));
        const ratio = contrast(foreground, filled);
        assert.ok(ratio >= 4.5, `${id}: ${ratio.toFixed(2)}`);
      }
    });
  });
}

/** A colour `#rrggbbaa` painted over one that lets nothing through. */
function over(color: string, background: string): string {
  const channel = (text: string, i: number) => Number.parseInt(text.slice(i, i + 2), 16);
  const alpha = channel(color, 7) / 255;
  return [1, 3, 5].reduce((mixed, i) => {
    const value = channel(color, i) * alpha + channel(background, i) * (1 - alpha);
    return mixed + Math.round(value).toString(16).padStart(2, '0');
  }, '#');
}
