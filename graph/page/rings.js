/** Where things stand in the focus view: the focus in the middle, its neighbourhood in rings round it. */

import { KINDS, data } from "./data.js";

/** @typedef {import("./walk.js").Rings} Rings */
/** @typedef {{x: number, y: number, angle: number}} Spot */

const RING = 190; // pixels from ring to ring
const ROOM = 46; // pixels of a ring for each thing on it
const WIDER = 1.45; // labels run sideways, so rings are ellipses

/**
 * @param {number} a
 * @param {number} b
 */
function byKind(a, b) {
  const [x, y] = [data.things[a], data.things[b]];
  return KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) || x.cls.localeCompare(y.cls) || x.label.localeCompare(y.label);
}

/**
 * @param {Rings} rings
 * @returns {Map<number, number[]>}
 */
function childrenOf({ level, parent }) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const at of level.keys()) {
    const own = parent.get(at);
    if (own === undefined || own === at) continue;
    children.set(own, [...(children.get(own) ?? []), at]);
  }
  for (const own of children.values()) own.sort(byKind);
  return children;
}

/**
 * The spot of every drawn thing.
 * @param {Rings} rings
 * @param {number} focus
 * @returns {Map<number, Spot>}
 */
export function placeRings(rings, focus) {
  const children = childrenOf(rings);
  /** @type {Map<number, number>} */
  const weights = new Map();
  const weigh = (/** @type {number} */ at) => {
    const own = (children.get(at) ?? []).map(weigh);
    const weight = Math.max(1, own.reduce((sum, one) => sum + one, 0));
    weights.set(at, weight);
    return weight;
  };
  weigh(focus);
  const sizes = [0, 0, 0, 0];
  for (const step of rings.level.values()) sizes[step] += 1;
  const radii = [0];
  for (let step = 1; step < sizes.length; step += 1) {
    const tiers = tiersOf(sizes[step]);
    radii.push(Math.max(radii[step - 1] + RING, (sizes[step] * ROOM) / (2 * Math.PI * tiers)));
  }
  /** @type {Map<number, Spot>} */
  const spots = new Map([[focus, { x: 0, y: 0, angle: 0 }]]);
  const spread = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ to) => {
    const own = children.get(at) ?? [];
    const whole = own.reduce((sum, one) => sum + (weights.get(one) ?? 1), 0);
    let start = from;
    own.forEach((child, order) => {
      const end = start + ((to - from) * (weights.get(child) ?? 1)) / whole;
      const angle = (start + end) / 2;
      const step = rings.level.get(child) ?? 1;
      const tier = order % tiersOf(sizes[step]);
      const radius = radii[step] + tier * 62;
      spots.set(child, { x: Math.round(radius * Math.cos(angle) * WIDER), y: Math.round(radius * Math.sin(angle)), angle });
      spread(child, start, end);
      start = end;
    });
  };
  spread(focus, -Math.PI / 2, Math.PI * 1.5);
  return spots;
}

/** @param {number} size how many things stand on a ring */
function tiersOf(size) {
  return size > 48 ? 3 : size > 16 ? 2 : 1;
}
