// @ts-check
// Annotates as a person at the keyboard does: presses a key, and the next one once the window has
// answered.
import fs from 'node:fs';

/** How long the window may take to answer a key, in ms. */
const patience = 10_000;
/** So long nothing may change until a key counts as answered, in ms. */
const calm = 250;

/** The keys behind which something certain is different: what is selected, or the sidecar. */
const selecting = new Set(['g', 'Shift+G', 'n', 'b']);
const writing = new Set(['p', 'o', 'l', 'e', 'w', 't', 'q', 'j', 'x', 'u', 'Control+Z']);

/**
 * What a key can change.
 * @typedef {object} Look
 * @property {string} sidecar
 * @property {string} selection
 * @property {string} list what a list asks, what has been typed into it, and its row that has the focus
 * @property {string} rest
 */

export class Annotator {
  #page;
  #sidecar;
  #presses = 0;

  /** @param {import('playwright-core').Page} page @param {string} sidecar the file of the article's annotations */
  constructor(page, sidecar) {
    this.#page = page;
    this.#sidecar = sidecar;
  }

  /** How many keys have been pressed; a key with its modifiers is one press. */
  get presses() {
    return this.#presses;
  }

  /**
   * Presses the keys of a script one by one. It has them as Playwright calls them, with white space
   * between them; `#` begins a comment up to the line's end.
   * @param {string} script
   */
  async follow(script) {
    for (const [index, line] of script.split('\n').entries()) {
      for (const key of line.replace(/#.*/, '').split(/\s+/).filter(Boolean)) {
        try {
          await this.press(key);
        } catch (error) {
          throw new Error(`Line ${index + 1}: ${line.trim()}`, { cause: error });
        }
      }
    }
  }

  /** @param {string} key */
  async press(key) {
    const before = await this.#look();
    await this.#page.keyboard.press(key);
    this.#presses += 1;
    const isAnswered = (/** @type {Look} */ now) => {
      if (key === 'Enter' || (writing.has(key) && before.list === ''))
        return now.sidecar !== before.sidecar;
      if (selecting.has(key) && before.list === '') return now.selection !== before.selection;
      return JSON.stringify(now) !== JSON.stringify(before);
    };
    const end = Date.now() + patience;
    let last = before;
    let since = Date.now();
    for (;;) {
      const now = await this.#look();
      if (JSON.stringify(now) !== JSON.stringify(last)) since = Date.now();
      last = now;
      if (isAnswered(now) && Date.now() - since >= calm) return;
      if (Date.now() > end) throw new Error(`The key ${key} changes nothing: ${now.selection}`);
      await this.#page.waitForTimeout(20);
    }
  }

  /** @returns {Promise<Look>} */
  async #look() {
    const sidecar = fs.existsSync(this.#sidecar) ? fs.readFileSync(this.#sidecar, 'utf8') : '';
    return { sidecar, ...(await this.#page.evaluate(look)) };
  }
}

/** Runs in the page. */
function look() {
  const texts = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent).join('|');
  const asking = document.querySelector('.quick-input-widget:not([style*="display: none"])');
  const typed = asking?.querySelector('input[type="text"], .quick-input-box input');
  const focused = asking?.querySelector('.monaco-list-row.focused')?.getAttribute('aria-label');
  const overlays = document.querySelector('.editor-instance .view-overlays')?.innerHTML ?? '';
  return {
    selection: texts('.statusbar-item[id="status.editor.selection"]'),
    list: asking ? [typed instanceof HTMLInputElement && typed.value, focused].join('|') : '',
    rest: `${texts('.statusbar-item')} ${overlays}`,
  };
}
