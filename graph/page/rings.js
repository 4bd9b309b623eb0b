/** Where things stand in the focus view: the focus in the middle, its neighbourhood in rings round it. */

import { KINDS, data } from "./data.js";

/** @typedef {import("./walk.js").Rings} Rings */
/** @typedef {{x: number, y: number, anchor: "left" | "right" | "middle", room: number}} Spot  `room` is how wide its label may be */

const ROUND = 24; // things that still fit on one round ring with room for their labels
const RADIUS = 200;
const ROW = 17; // pixels from label to label on an arc
const COLUMN = 260; // pixels from arc to arc: a label fits between
const MOST_ROWS = 24; // things of an arc before the next one opens
const INNER = 260;

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
    const radius = RADIUS + Math.max(0, ring.length - 12) * 9;
    const side = Math.cos(angle);
    const anchor = Math.abs(side) < 0.25 ? "middle" : side > 0 ? "right" : "left";
    return [at, { x: Math.round(radius * side * wider), y: Math.round(radius * Math.sin(angle)), anchor, room: Infinity }];
  });
}

/**
 * One side of the steps, as arcs one outside the other.
 * @param {number[][]} steps
 * @param {1 | -1} side
 * @param {number} height
 * @returns {Array<[number, Spot]>}
 */
function placeArcs(steps, side, height) {
  let inner = INNER;
  const filled = steps.filter((own) => own.length);
  return filled.flatMap((own, step) => {
    const columns = Math.max(1, Math.ceil(own.length / MOST_ROWS));
    const spots = own.map((at, n) => {
      const y = own.length > 1 ? (n / (own.length - 1) - 0.5) * height : 0;
      const bulge = 90 * (Math.cos((y / Math.max(height, 1)) * 2.2) - 1);
      const x = side * (inner + (n % columns) * COLUMN + bulge);
      const rim = step === filled.length - 1 && n % columns === columns - 1;
      const anchor = side > 0 ? "right" : "left";
      return /** @type {[number, Spot]} */ ([at, { x: Math.round(x), y: Math.round(y), anchor, room: rim ? Infinity : COLUMN }]);
    });
    inner += columns * COLUMN;
    return spots;
  });
}

/**
 * The spot of every drawn thing, in a drawing `wider` times as wide as it is high.
 * @param {Rings} rings
 * @param {number} focus
 * @param {number} wider
 * @returns {Map<number, Spot>}
 */
export function placeRings(rings, focus, wider) {
  const steps = stepsOf(rings, focus);
  const centre = /** @type {[number, Spot]} */ ([focus, { x: 0, y: 0, anchor: "middle", room: Infinity }]);
  if (!steps[2].length && steps[1].length <= ROUND) return new Map([centre, ...placeRound(steps[1], Math.min(1.6, Math.max(0.6, wider)))]);
  const half = Math.ceil(steps[1].length / 2);
  const right = new Set(steps[1].slice(0, half));
  const onRight = (/** @type {number} */ at) => {
    let root = at;
    while ((rings.level.get(root) ?? 1) > 1) root = rings.parent.get(root) ?? root;
    return right.has(root);
  };
  const sides = [true, false].map((wanted) => steps.slice(1).map((own) => own.filter((at) => onRight(at) === wanted)));
  const most = Math.max(...sides.flat().map((own) => own.length));
  const arcs = Math.max(...sides.map((own) => own.reduce((sum, one) => sum + Math.ceil(one.length / MOST_ROWS), 0)));
  const height = Math.max(360, most * ROW, ((INNER + arcs * COLUMN - COLUMN) * 2) / Math.min(2.1, Math.max(0.4, wider)));
  return new Map([centre, ...placeArcs(sides[0], 1, height), ...placeArcs(sides[1], -1, height)]);
}
