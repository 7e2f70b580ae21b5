// @ts-check
// Reads a CPU profile of an extension host: how long code of the extension ran, and when.
import fs from 'node:fs';

/**
 * @typedef {object} ProfileNode
 * @property {number} id
 * @property {{ url: string }} callFrame
 * @property {number[]} [children]
 */

/**
 * @typedef {object} Profile as the inspector gives it
 * @property {ProfileNode[]} nodes
 * @property {number} startTime in µs
 * @property {number[]} samples the node that ran
 * @property {number[]} timeDeltas since the sample before, in µs
 */

/** Reads what test/bench/profile.ts wrote. @param {string} file */
export function readProfile(file) {
  /** @type {unknown} */
  const content = JSON.parse(fs.readFileSync(file, 'utf8'));
  return /** @type {{ began: number, profile: Profile }} */ (content);
}

/**
 * For each window of time, how long in ms functions of `file`, and what they call, ran in it. What the
 * garbage collector does is nobody's.
 * @param {Profile} profile @param {number} began when the profile did, in ms as `Date.now` has it
 * @param {readonly (readonly [start: number, end: number])[]} windows in the order of time, as `began`
 * @param {string} file the end of the file's address
 */
export function workIn({ nodes, samples, timeDeltas }, began, windows, file) {
  const own = nodesWithin(nodes, file);
  const work = windows.map(() => 0);
  let time = began;
  let at = 0;
  samples.forEach((node, index) => {
    const delta = (timeDeltas[index] ?? 0) / 1000;
    time += delta;
    while (at < windows.length && time >= (windows[at]?.[1] ?? 0)) at += 1;
    const isInWindow = time >= (windows[at]?.[0] ?? Infinity);
    if (isInWindow && own.has(node)) work[at] = (work[at] ?? 0) + delta;
  });
  return work;
}

/** @param {ProfileNode[]} nodes @param {string} file @returns {Set<number>} those below a function of the file */
function nodesWithin(nodes, file) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Set<number>} */
  const within = new Set();
  /** @param {ProfileNode} node @param {boolean} isWithin */
  const visit = (node, isWithin) => {
    const isOwn = isWithin || node.callFrame.url.endsWith(file);
    if (isOwn) within.add(node.id);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isOwn);
    }
  };
  const [top] = nodes;
  if (top) visit(top, false);
  return within;
}
