/** Walks over the graph: what lies within some steps of a thing, and the shortest way between two. */

import { data } from "./data.js";

/** @typedef {import("./data.js").Edge} Edge */
/** @typedef {{level: Map<number, number>, parent: Map<number, number>, counts: number[], more: Map<number, number>}} Rings */

/**
 * @param {Edge} edge
 * @param {number} from
 */
export function otherEnd(edge, from) {
  return edge.from === from ? edge.to : edge.from;
}

/**
 * @param {number} index
 * @param {(edge: Edge) => boolean} passes
 * @returns {number[]} neighbours once each, most linked first
 */
function neighbours(index, passes) {
  const near = new Set(data.edgesOf[index].filter(passes).map((edge) => otherEnd(edge, index)));
  near.delete(index);
  return [...near].sort((a, b) => data.things[b].links - data.things[a].links || a - b);
}

/**
 * The place of each thing among those of its kind at its distance, in the order given.
 * @param {Array<[number, number]>} within  things with their distance
 * @returns {Map<number, number>}
 */
function ranksIn(within) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return new Map(within.map(([at, step]) => {
    const key = `${step} ${data.things[at].kind}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return [at, rank];
  }));
}

/**
 * How far everything within three steps of a thing is from it, nearest first.
 * @param {number} focus
 * @param {(edge: Edge) => boolean} passes
 * @returns {Map<number, number>}
 */
function distancesFrom(focus, passes) {
  const distance = new Map([[focus, 0]]);
  for (const [at, step] of distance) {
    if (step === 3) break;
    for (const near of neighbours(at, passes)) if (!distance.has(near)) distance.set(near, step + 1);
  }
  return distance;
}

/**
 * The things within `depth` steps of the focus, nearest first and of each kind the most linked first, at most `limit`
 * and at most `each` at one distance; `parent` is through which of them each is reached.
 * `counts[d]` is how many lie within d steps, drawn or not; `more` how many neighbours of a drawn thing are not drawn.
 * @param {number} focus
 * @param {number} depth
 * @param {{limit: number, each: number}} most
 * @param {(edge: Edge) => boolean} passes
 * @returns {Rings}
 */
export function walkRings(focus, depth, { limit, each }, passes) {
  const distance = distancesFrom(focus, passes);
  const counts = [0, 1, 2, 3].map((most) => [...distance.values()].filter((step) => step <= most).length - 1);
  const within = [...distance].filter(([, step]) => step > 0 && step <= depth);
  within.sort(([a, x], [b, y]) => x - y || data.things[b].links - data.things[a].links || a - b);
  const rank = ranksIn(within);
  within.sort(([a, x], [b, y]) => x - y || (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const level = new Map([[focus, 0]]);
  const parent = new Map([[focus, focus]]);
  const taken = [0, 0, 0, 0];
  for (const [at, step] of within) {
    if (level.size === limit || taken[step] === each) continue;
    const before = neighbours(at, passes).find((near) => level.get(near) === step - 1);
    if (before === undefined) continue;
    taken[step] += 1;
    level.set(at, step);
    parent.set(at, before);
  }
  const more = new Map();
  for (const at of level.keys()) {
    const hidden = neighbours(at, passes).filter((near) => !level.has(near)).length;
    if (hidden) more.set(at, hidden);
  }
  return { level, parent, counts, more };
}

/**
 * The shortest way between two things that goes through none of `avoid`, as edges in order; null when there is none.
 * @param {number} from
 * @param {number} to
 * @param {(edge: Edge) => boolean} passes
 * @param {Set<number>} avoid
 * @returns {Edge[] | null}
 */
export function walkPath(from, to, passes, avoid) {
  /** @type {Map<number, Edge | null>} */
  const came = new Map([[from, null]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined && !came.has(to); at = queue.shift()) {
    for (const edge of data.edgesOf[at]) {
      const next = otherEnd(edge, at);
      if (came.has(next) || avoid.has(next) || !passes(edge)) continue;
      came.set(next, edge);
      queue.push(next);
    }
  }
  if (!came.has(to)) return null;
  /** @type {Edge[]} */
  const way = [];
  for (let at = to, edge = came.get(at); edge; at = otherEnd(edge, at), edge = came.get(at)) way.unshift(edge);
  return way;
}
