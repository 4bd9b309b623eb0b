/** Where things stand in the focus view: few round the thing in the middle, many in columns at its sides. */

import { KINDS, data } from "./data.js";

/** @typedef {import("./walk.js").Rings} Rings */
/** @typedef {{x: number, y: number, anchor: "left" | "right" | "middle", room: number, wordingRoom: number, below: boolean}} Spot
 *   `room` is how wide its name may be, `wordingRoom` the wording of the line that leads to it (0: on the line),
 *   which stands before the name or `below` it */
/** @typedef {"both" | "one" | "phone"} Sides  at which sides of the middle there is room for columns */
/** @typedef {{wider: number, whole: number, sides: Sides}} Window  how much wider than high, and how wide in pixels */
/** @typedef {{inner: number, column: number, row: number}} Grid */
/** @typedef {{spots: Map<number, Spot>, tree: boolean}} Places  `tree`: lines leave and arrive level */

export const ROW = 27; // pixels from name to name in a column
export const ROW_ON_PHONE = 36; // the same where a wording stands below each name
const ROUND = 14; // things that stand well on one round ring
const RADIUS = 200;
const INNER = 300; // from the middle to the first column: a wording fits between
const COLUMN = 330; // from column to column: a name and a wording fit between
const LAST = 320; // pixels that the names of the last column take, where all columns are at one side
const BELOW = { inner: 64, column: 170, row: ROW_ON_PHONE }; // where a wording has room only below its name
const MOST_ROWS = 26; // things of a column before the next one opens

/**
 * @param {number} a
 * @param {number} b
 */
function byKind(a, b) {
  const [x, y] = [data.things[a], data.things[b]];
  return KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) || x.cls.localeCompare(y.cls) || x.label.localeCompare(y.label);
}

/**
 * The things of each step, those with the same parent side by side.
 * @param {Rings} rings
 * @param {number} focus
 * @returns {number[][]}
 */
function stepsOf({ level, parent }, focus) {
  /** @type {number[][]} */
  const steps = [[focus]];
  for (let step = 1; step <= 3; step += 1) {
    const order = new Map(steps[step - 1].map((at, n) => [at, n]));
    const own = [...level.keys()].filter((at) => level.get(at) === step);
    own.sort((a, b) => (order.get(parent.get(a) ?? -1) ?? 0) - (order.get(parent.get(b) ?? -1) ?? 0) || byKind(a, b));
    steps.push(own);
  }
  return steps;
}

/**
 * @param {number[]} ring
 * @param {number} wider
 * @returns {Array<[number, Spot]>}
 */
function placeRound(ring, wider) {
  return ring.map((at, n) => {
    const angle = (2 * Math.PI * (n + 0.5)) / ring.length - Math.PI / 2;
    const side = Math.cos(angle);
    const anchor = Math.abs(side) < 0.25 ? "middle" : side > 0 ? "right" : "left";
    return [at, { x: Math.round(RADIUS * side * wider), y: Math.round(RADIUS * Math.sin(angle)), anchor, room: Infinity, wordingRoom: 0, below: false }];
  });
}

/**
 * One side of the steps, in columns from the inside out.
 * @param {number[][]} steps
 * @param {1 | -1} side
 * @param {number} height
 * @param {Grid} grid
 * @returns {Array<[number, Spot]>}
 */
function placeColumns(steps, side, height, grid) {
  let inner = grid.inner;
  const below = grid === BELOW;
  const filled = steps.filter((own) => own.length);
  return filled.flatMap((own, step) => {
    const columns = Math.max(1, Math.ceil(own.length / MOST_ROWS));
    const from = step ? grid.column : grid.inner;
    const spots = own.map((at, n) => {
      const y = own.length > 1 ? (n / (own.length - 1) - 0.5) * height : 0;
      const rim = step === filled.length - 1 && n % columns === columns - 1;
      const room = rim ? Infinity : grid.column * (below ? 0.9 : 0.56);
      return /** @type {[number, Spot]} */ ([at, {
        x: Math.round(side * (inner + (n % columns) * grid.column)), y: Math.round(y), anchor: side > 0 ? "right" : "left",
        room, wordingRoom: columns > 1 ? 0 : below ? room : from * 0.5 - 10, below,
      }]);
    });
    inner += columns * grid.column;
    return spots;
  });
}

/**
 * Everything in columns to the right of the middle, which stands above them.
 * @param {number[][]} steps
 * @param {number} focus
 * @param {Grid} grid
 * @returns {Map<number, Spot>}
 */
function placeOneSide(steps, focus, grid) {
  const height = (Math.max(...steps.slice(1).map((own) => own.length)) - 1) * grid.row;
  const top = /** @type {[number, Spot]} */ ([focus, { x: 0, y: Math.round(-height / 2 - 40), anchor: "right", room: Infinity, wordingRoom: 0, below: false }]);
  return new Map([top, ...placeColumns(steps.slice(1), 1, height, grid)]);
}

/**
 * The thing of the first step through which each thing is reached stands at which side.
 * @param {Rings} rings
 * @param {number[][]} steps
 * @returns {[number[][], number[][]]} the steps at the right and those at the left
 */
function sidesOf({ level, parent }, steps) {
  const right = new Set(steps[1].slice(0, Math.ceil(steps[1].length / 2)));
  const rootOf = (/** @type {number} */ at) => {
    let root = at;
    while ((level.get(root) ?? 1) > 1) root = parent.get(root) ?? root;
    return root;
  };
  const side = (/** @type {boolean} */ wanted) => steps.slice(1).map((own) => own.filter((at) => right.has(rootOf(at)) === wanted));
  return [side(true), side(false)];
}

/**
 * Where all columns stand at one side: as far apart as the width lets them.
 * @param {number[][]} steps
 * @param {number} whole
 * @returns {Grid}
 */
function besideGrid(steps, whole) {
  const levels = steps.slice(1).filter((own) => own.length).length;
  const column = Math.round(Math.min(COLUMN, Math.max(170, (whole - LAST) / levels)));
  return { inner: column, column, row: ROW };
}

/**
 * The spot of every drawn thing.
 * @param {Rings} rings
 * @param {number} focus
 * @param {Window} window
 * @returns {Places}
 */
export function placeRings(rings, focus, { wider, whole, sides }) {
  const steps = stepsOf(rings, focus);
  const centre = /** @type {[number, Spot]} */ ([focus, { x: 0, y: 0, anchor: "middle", room: Infinity, wordingRoom: 0, below: false }]);
  const round = !steps[2].length && steps[1].length <= ROUND && (sides !== "phone" || !steps[1].length);
  if (round) return { spots: new Map([centre, ...placeRound(steps[1], Math.min(1.7, Math.max(0.6, wider)))]), tree: false };
  if (sides !== "both") return { spots: placeOneSide(steps, focus, sides === "phone" ? BELOW : besideGrid(steps, whole)), tree: true };
  const [right, left] = sidesOf(rings, steps);
  const most = Math.max(...[...right, ...left].map((own) => own.length));
  const columns = Math.max(...[right, left].map((side) => side.reduce((sum, own) => sum + Math.ceil(own.length / MOST_ROWS), 0)));
  const across = (INNER + (columns - 1) * COLUMN) * 2;
  const height = Math.max(300, most * ROW, across / Math.min(2.4, Math.max(0.4, wider)));
  const grid = { inner: INNER, column: COLUMN, row: ROW };
  return { spots: new Map([centre, ...placeColumns(right, 1, height, grid), ...placeColumns(left, -1, height, grid)]), tree: true };
}
