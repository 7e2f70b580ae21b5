// @ts-check
// Drives the workbench in a browser as a person would: by keys, by the mouse and by what is shown. The
// selectors hold in VS Code 1.96 and 1.139.

/** A list or tree shows only the rows that are on the screen; there are no others in the page. */
const listRow = '.monaco-list-row';
const quickInput = '.quick-input-widget';
const editorLine = '.editor-instance .view-line';
const hoverCard = '.monaco-hover:not(.hidden) .hover-contents';

const fadeIn = 300; // ms until what has just appeared is drawn in full

/**
 * @typedef {object} Row of a tree
 * @property {string} label label and description, as a screen reader has them
 * @property {number} level 1 at the root
 * @property {boolean | undefined} expanded `undefined`: it has no children
 */

export class Workbench {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * Opens the workbench and waits until the files of its folder are shown.
   * @param {string} url
   */
  async open(url) {
    await this.#page.goto(url);
    await this.#page.locator(`.explorer-folders-view ${listRow}`).first().waitFor();
  }

  /** @param {string} name of a file in the folder, or as much of it as no other file has */
  async openFile(name) {
    await this.#openAndChoose('ControlOrMeta+P', name, `:has-text("${name}")`);
    await this.#page.locator(`.tab.active:has-text("${name}")`).waitFor();
    await this.#page.locator(editorLine).first().waitFor();
  }

  /** @param {string} title of a command, with its category: "View: Close Editor" */
  async runCommand(title) {
    await this.#openAndChoose('F1', title, `[aria-label^="${title}"]`);
    await this.#page.locator(quickInput).waitFor({ state: 'hidden' });
  }

  /** Runs a command that asks something, and waits until it does. @param {string} title see `runCommand` */
  async runAskingCommand(title) {
    await this.#openAndChoose('F1', title, `[aria-label^="${title}"]`);
    // What is asked takes the place of the list of commands.
    const commands = this.#page.locator(`.quick-input-list ${listRow}[aria-label^="${title}"]`);
    await commands.waitFor({ state: 'detached' });
    await this.#page.locator(`${quickInput} input`).first().waitFor();
  }

  /**
   * Opens the quick input, types into it and takes the first row that matches. It closes where something else
   * takes the focus meanwhile, as what an act before shows late; then it is opened again, as a person would.
   * @param {string} key that opens it @param {string} text @param {string} row the end of a selector
   */
  async #openAndChoose(key, text, row) {
    for (let tries = 1; ; tries += 1) {
      await this.#page.keyboard.press(key);
      try {
        await this.choose(text, row);
        return;
      } catch (error) {
        if (tries === 2 || (await this.#page.locator(quickInput).isVisible())) throw error;
      }
    }
  }

  /**
   * Types into the quick input that is opening and takes the first row that matches.
   * @param {string} text @param {string} row the end of a selector
   */
  async choose(text, row) {
    await this.#page.locator(`${quickInput} .quick-input-box input`).waitFor();
    await this.#page.keyboard.type(text);
    await this.#page.locator(`.quick-input-list ${listRow}${row}`).first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** @param {string} name the title of a view container in the activity bar, or its beginning */
  activityIcon(name) {
    return this.#page.locator(`.activitybar .action-label[aria-label^="${name}"]`).first();
  }

  /** @param {string} name see `activityIcon` */
  async openView(name) {
    await this.activityIcon(name).click();
    await this.#page.locator(`.sidebar .composite.title h2:has-text("${name}")`).waitFor();
  }

  /**
   * Opens one of the views of Chiosa and closes the others: a view shows only the rows that have room.
   * @param {'Entities' | 'Quotes' | 'Articles'} open
   */
  async openOnly(open) {
    for (const view of ['Entities', 'Quotes', 'Articles']) {
      const header = this.#page.locator(`.sidebar .pane-header[aria-label^="${view}"]`);
      await header.waitFor();
      const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
      // At its right there are buttons.
      if (isOpen !== (view === open)) await header.click({ position: { x: 8, y: 8 } });
    }
  }

  /**
   * Waits until the trees of the side bar show a row.
   * @param {string} [text] of a row to wait for; default: any
   * @returns {Promise<Row[]>} the rows on the screen
   */
  async rows(text) {
    const rows = this.#page.locator(`.sidebar ${listRow}`);
    await (text === undefined ? rows : rows.filter({ hasText: text })).first().waitFor();
    return rows.evaluateAll((elements) =>
      elements.map((element) => ({
        label: element.getAttribute('aria-label') ?? '',
        level: Number(element.getAttribute('aria-level') ?? 1),
        expanded: element.hasAttribute('aria-expanded')
          ? element.getAttribute('aria-expanded') === 'true'
          : undefined,
      })),
    );
  }

  /** Clicks into the text of the active editor. @param {string} word the topmost on the screen */
  async clickWord(word) {
    const { x, y } = await this.#findWord(word);
    await this.#page.mouse.click(x, y);
  }

  /**
   * Rests the mouse on a word of the active editor until a hover card is there.
   * @param {string} word the topmost on the screen
   * @returns {Promise<string>} the card's text
   */
  async hoverWord(word) {
    const card = this.#page.locator(hoverCard);
    for (let tries = 1; tries <= 4; tries += 1) {
      // Inlay hints that come late move the words, so a hover that finds nothing is tried anew.
      const { x, y } = await this.#findWord(word);
      await this.#page.mouse.move(x - 2, y); // a hover wants a movement
      await this.#page.mouse.move(x, y);
      const isThere = await card
        .first()
        .waitFor({ timeout: 4000 })
        .then(
          () => true,
          () => false,
        );
      if (isThere) break;
      await this.restMouse();
    }
    await card.first().waitFor({ timeout: 1000 });
    await this.#page.waitForTimeout(fadeIn);
    return (await card.allInnerTexts()).join('\n');
  }

  /** The middle of a word in the active editor. @param {string} word */
  async #findWord(word) {
    const place = await this.#page.locator(editorLine).evaluateAll(findInLines, word);
    if (!place) throw new Error(`The editor shows no "${word}".`);
    return place;
  }

  /** Moves the mouse to where it shows nothing. */
  async restMouse() {
    const { height = 0 } = this.#page.viewportSize() ?? {};
    await this.#page.mouse.move(2, height - 2);
  }

  /** @param {string} file a .png file */
  async screenshot(file) {
    await this.#page.waitForTimeout(fadeIn);
    await this.#page.screenshot({ path: file });
  }
}

/**
 * Runs in the page. A decoration cuts a line into several text nodes, so a word can begin in one and
 * end in another.
 * @param {Element[]} lines @param {string} word
 * @returns {{ x: number, y: number } | undefined} the middle of the topmost place of `word`
 */
function findInLines(lines, word) {
  for (const line of lines.sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  )) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    /** @type {{ node: Node, start: number }[]} */
    const parts = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      parts.push({ node, start: text.length });
      text += node.nodeValue ?? '';
    }
    const start = text.replaceAll('\u00a0', ' ').indexOf(word); // spaces are drawn as no-break spaces
    if (start === -1) continue;
    const range = document.createRange();
    const first = parts.filter((part) => part.start <= start).at(-1);
    const last = parts.filter((part) => part.start < start + word.length).at(-1);
    if (!first || !last) continue;
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, start + word.length - last.start);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  return undefined;
}
