import assert from 'node:assert/strict';
import fs from 'node:fs';
import { schemaJsonSchema } from '../../src/core/schema/shape';
import { translated as translatedSchema } from '../../src/core/schema/translated';
import { sidecarJsonSchema } from '../../src/core/sidecar/shape';
import { repositoryPath } from '../support/files';
import { assertGolden, goldenTimeout } from '../support/golden';
import { shownStrings } from '../support/l10nStrings';

// What users read stands in English in the code and in package.nls.json. `l10n` has the same strings for
// translators, and what they made of them.

type Bundle = Readonly<Record<string, string>>;

const read = (...file: readonly string[]) =>
  JSON.parse(fs.readFileSync(repositoryPath(...file), 'utf8')) as Bundle;
const translations = fs
  .readdirSync(repositoryPath('l10n'))
  .flatMap((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? []);

/** What a translation must keep: `{0}`, `{name}`, icons, commands of links, settings. */
function fixedParts(text: string): string[] {
  return [...text.matchAll(/\{\w+\}|\$\([\w-]+\)|\(command:[\w.]+\)|`#[\w.]+#`/g)]
    .map(([part]) => part)
    .sort();
}

/** The translated strings whose fixed parts are not those of the English ones. */
function altered(english: Bundle, translated: Bundle): string[] {
  return Object.keys(translated).filter(
    (key) => String(fixedParts(english[key] ?? '')) !== String(fixedParts(translated[key] ?? '')),
  );
}

describe('the strings', () => {
  const strings = shownStrings();
  const english = Object.fromEntries(strings.map((string) => [string, string]));

  it('are those of l10n/bundle.l10n.json (UPDATE_GOLDEN=1 writes it)', () => {
    assertGolden(english, 'l10n', 'bundle.l10n.json');
  }).timeout(goldenTimeout);

  it('are translated into Italian', () => {
    assert.ok(translations.includes('it'));
  });

  for (const language of translations) {
    const bundle = read('l10n', `bundle.l10n.${language}.json`);
    const manifest = read('package.nls.json');
    const translated = read(`package.nls.${language}.json`);

    it(`have each a translation, and no other has one: ${language}`, () => {
      const missing = strings.filter((string) => !Object.hasOwn(bundle, string));
      assert.deepEqual(missing, [], 'without a translation');
      const superfluous = Object.keys(bundle).filter((string) => !strings.includes(string));
      assert.deepEqual(superfluous, [], 'translated but not there');
    });

    it(`of the manifest have each a translation, and no other has one: ${language}`, () => {
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(manifest).sort());
    });

    it(`keep placeholders, icons and links: ${language}`, () => {
      assert.deepEqual(altered(english, bundle), []);
      assert.deepEqual(altered(manifest, translated), []);
    });

    it(`are in the JSON Schemas of the formats (UPDATE_GOLDEN=1 writes them): ${language}`, () => {
      const translate = (string: string) => bundle[string] ?? string;
      const formats = { sidecar: sidecarJsonSchema(), project: schemaJsonSchema() };
      for (const [name, schema] of Object.entries(formats)) {
        const file = translated[`schema.${name}`] ?? '';
        assertGolden(translatedSchema(schema, translate), ...file.split('/'));
      }
    }).timeout(goldenTimeout);
  }
});
