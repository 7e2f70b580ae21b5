import assert from 'node:assert/strict';
import { reportingWords } from '../../../../src/core/quotes/reportingWords';

describe('reportingWords', () => {
  for (const { language, ...words } of reportingWords) {
    it(`are composed, in lower case and each once in a list: ${language}`, () => {
      for (const [name, list] of Object.entries(words)) {
        if (typeof list !== 'string') continue;
        const forms = list.split(' ');
        assert.equal(list, list.normalize('NFC').toLowerCase(), name);
        assert.ok(
          forms.every((form) => form !== ''),
          name,
        );
        const twice = forms.filter((form, i) => forms.indexOf(form) !== i);
        assert.deepEqual(twice, [], name);
      }
    });
  }
});
