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
 * The things within `depth` steps of the focus, nearest and most linked first, at most `limit` of them.
 * `counts[d]` is how many lie within d steps, drawn or not; `more` how many neighbours of a drawn thing are not drawn.
 * @param {number} focus
 * @param {number} depth
 * @param {number} limit
 * @param {(edge: Edge) => boolean} passes
 * @returns {Rings}
 */
export function walkRings(focus, depth, limit, passes) {
  const distance = new Map([[focus, 0]]);
  const parent = new Map([[focus, focus]]);
  let ring = [focus];
  const counts = [0];
  for (let step = 1; step <= 3; step += 1) {
    /** @type {number[]} */
    const next = [];
    for (const at of ring) {
      for (const near of neighbours(at, passes)) {
        if (distance.has(near)) continue;
        distance.set(near, step);
        parent.set(near, at);
        next.push(near);
      }
    }
    counts.push(counts[step - 1] + next.length);
    ring = next;
  }
  const within = [...distance].filter(([, step]) => step <= depth);
  within.sort(([a, x], [b, y]) => x - y || data.things[b].links - data.things[a].links || a - b);
  const level = new Map(within.slice(0, limit));
  const more = new Map();
  for (const at of level.keys()) {
    const hidden = neighbours(at, passes).filter((near) => !level.has(near)).length;
    if (hidden) more.set(at, hidden);
  }
  return { level, parent, counts, more };
}

/**
 * The shortest way between two things, as edges in order; null when there is none.
 * @param {number} from
 * @param {number} to
 * @param {(edge: Edge) => boolean} passes
 * @returns {Edge[] | null}
 */
export function walkPath(from, to, passes) {
  /** @type {Map<number, Edge | null>} */
  const came = new Map([[from, null]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined && !came.has(to); at = queue.shift()) {
    for (const edge of data.edgesOf[at]) {
      const next = otherEnd(edge, at);
      if (came.has(next) || !passes(edge)) continue;
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
