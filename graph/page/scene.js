/** What the graph view draws for a state: a neighbourhood in rings, a path, or the map of all that passes. */

import { data } from "./data.js";
import { isFiltered, statementPasses, thingPasses } from "./filters.js";
import { relax } from "./relax.js";
import { placeRings } from "./rings.js";
import { walkPath, walkRings } from "./walk.js";

/** @typedef {import("./data.js").Edge} Edge */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./renderer.js").Scene} Scene */
/** @typedef {import("./renderer.js").SceneNode} SceneNode */
/** @typedef {import("./renderer.js").SceneEdge} SceneEdge */
/** @typedef {{width: number, height: number}} Room  pixels for the things, without the labels at the rim */
/** @typedef {{scene: Scene, kind: "focus" | "path" | "map" | "nothing", focus: number | null, counts: number[],
 *   drawn: number, hidden: number, way: Edge[] | null}} Drawing */

const FIRST_DRAWN = 60; // what a reader can take in; the rest at a click
const FIRST_DRAWN_NARROW = 24;
const NARROW = 460; // pixels between the labels at both sides
export const MOST_DRAWN = 150;
export const MOST_MAPPED = 2000;

/**
 * Whether an edge's statement passes the filters that are about statements.
 * @param {State} state
 * @returns {(edge: Edge) => boolean}
 */
function edgeFilter(state) {
  const bare = { ...state, kinds: [], classes: [], q: "" };
  return (edge) => {
    const statement = data.statementById.get(edge.statement);
    return statement !== undefined && statementPasses(statement, bare);
  };
}

/**
 * The thing in the middle when the reader has chosen none: the one most linked among those that pass.
 * @param {State} state
 */
export function focusOf(state) {
  const chosen = data.thingById.get(state.thing);
  if (chosen) return chosen.index;
  const statement = data.statementById.get(state.statement);
  if (statement) return statement.things[0];
  const passing = data.things.filter((thing) => thingPasses(thing, state));
  const best = passing.reduce((a, b) => (b.links > a.links ? b : a), passing[0]);
  return best ? best.index : null;
}

/**
 * Spreads several edges between the same two things so that each is seen.
 * @param {Edge[]} edges
 * @param {(edge: Edge) => {faded: boolean, strong: boolean}} look
 * @returns {SceneEdge[]}
 */
function fanOut(edges, look) {
  /** @type {Map<string, Edge[]>} */
  const pairs = new Map();
  for (const edge of edges) {
    const key = [Math.min(edge.from, edge.to), Math.max(edge.from, edge.to)].join(" ");
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return [...pairs.values()].flatMap((own) =>
    own.map((edge, at) => {
      const bend = (at - (own.length - 1) / 2) * Math.min(0.24, 0.7 / own.length);
      return { ...edge, bend: edge.from < edge.to ? bend : -bend, ...look(edge) };
    }),
  );
}

/**
 * One line for all edges between the same two things: on the whole map more would only be noise.
 * @param {Edge[]} edges
 */
function mergePairs(edges) {
  /** @type {Map<string, Edge[]>} */
  const pairs = new Map();
  for (const edge of edges) pairs.set(`${edge.from} ${edge.to}`, [...(pairs.get(`${edge.from} ${edge.to}`) ?? []), edge]);
  return [...pairs.values()].map((own) => ({
    ...own[0],
    label: own.length > 1 ? `${own.length} facts` : own[0].label,
    dashes: own.every((edge) => edge.dashes),
  }));
}

/**
 * @param {number} index
 * @param {Partial<SceneNode>} more
 * @returns {SceneNode}
 */
function sceneNode(index, more) {
  const thing = data.things[index];
  return {
    index, kind: thing.kind, label: thing.label, x: thing.x, y: thing.y, anchor: "middle", weight: thing.links,
    room: Infinity, faded: false, more: 0, centre: false, ...more,
  };
}

/**
 * @param {State} state
 * @param {number} focus
 * @param {Room} room
 * @returns {Drawing}
 */
function drawFocus(state, focus, room) {
  const passes = edgeFilter(state);
  const first = room.width < NARROW ? FIRST_DRAWN_NARROW : FIRST_DRAWN;
  const rings = walkRings(focus, state.depth, state.all ? MOST_DRAWN : first, passes);
  const spots = placeRings(rings, focus, room.width / room.height);
  const kindly = { ...state, sections: [], modality: [], types: [], sure: "", q: "" };
  const faded = (/** @type {number} */ at) => at !== focus && !thingPasses(data.things[at], kindly);
  const nodes = [...rings.level].map(([at, step]) => {
    const spot = spots.get(at) ?? { x: 0, y: 0, anchor: "middle", room: Infinity };
    return sceneNode(at, {
      x: spot.x, y: spot.y, anchor: spot.anchor, room: spot.room, centre: at === focus, faded: faded(at),
      more: step ? rings.more.get(at) ?? 0 : 0, weight: (3 - step) * 10000 + data.things[at].links,
    });
  });
  const drawn = data.edges.filter((edge) => rings.level.has(edge.from) && rings.level.has(edge.to) && passes(edge));
  const edges = fanOut(drawn, (edge) => ({ faded: faded(edge.from) || faded(edge.to), strong: false }));
  const within = rings.counts[state.depth];
  return {
    scene: { key: `focus ${focus} ${state.depth} ${nodes.length} ${edges.length} ${(room.width / room.height).toFixed(1)}`, nodes, edges },
    kind: "focus", focus, counts: rings.counts, drawn: nodes.length, hidden: within + 1 - nodes.length, way: null,
  };
}

/**
 * @param {State} state
 * @param {number} from
 * @param {number} to
 * @param {Room} room
 * @returns {Drawing}
 */
function drawPath(state, from, to, room) {
  const way = from === to ? [] : walkPath(from, to, edgeFilter(state));
  const stops = [from];
  for (const edge of way ?? []) stops.push(edge.from === stops[stops.length - 1] ? edge.to : edge.from);
  if (!way) stops.push(to);
  const nodes = stops.map((at, n) => sceneNode(at, { ...(room.width < NARROW ? { x: n % 2 ? 50 : -50, y: n * 130 } : { x: n * 260, y: n % 2 ? 70 : 0 }), centre: n === 0 || n === stops.length - 1, weight: 1 }));
  const edges = fanOut(way ?? [], () => ({ faded: false, strong: true }));
  return {
    scene: { key: `path ${from} ${to} ${edges.map((edge) => edge.id).join(" ")}`, nodes, edges },
    kind: "path", focus: from, counts: [], drawn: nodes.length, hidden: 0, way,
  };
}

/**
 * @param {State} state
 * @returns {Drawing}
 */
function drawMap(state) {
  const passes = edgeFilter(state);
  const passing = data.things.filter((thing) => thingPasses(thing, state));
  const shown = [...passing].sort((a, b) => b.links - a.links || a.index - b.index).slice(0, MOST_MAPPED);
  const inside = new Set(shown.map((thing) => thing.index));
  const merged = mergePairs(data.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to) && passes(edge)));
  const part = shown.length < data.things.length && shown.length <= MOST_DRAWN;
  const spots = part ? relax(shown, merged) : new Map();
  const nodes = shown.map((thing) => sceneNode(thing.index, spots.get(thing.index) ?? {}));
  const edges = fanOut(merged, () => ({ faded: false, strong: false }));
  return {
    scene: { key: `map ${shown.map((thing) => thing.index).join(" ")}`, nodes, edges },
    kind: "map", focus: data.thingById.get(state.thing)?.index ?? null, counts: [], drawn: nodes.length,
    hidden: data.things.length - nodes.length, way: null,
  };
}

/**
 * @param {State} state
 * @param {Room} room
 * @returns {Drawing}
 */
export function drawingOf(state, room) {
  const focus = focusOf(state);
  const nothing = { key: "nothing", nodes: [], edges: [] };
  if (focus === null) return { scene: nothing, kind: "nothing", focus: null, counts: [], drawn: 0, hidden: data.things.length, way: null };
  const end = data.thingById.get(state.path);
  if (end) return drawPath(state, focus, end.index, room);
  const small = !state.thing && !state.statement && data.things.filter((thing) => thingPasses(thing, state)).length <= MOST_DRAWN;
  if (state.map || (small && isFiltered(state))) return drawMap(state);
  return drawFocus(state, focus, room);
}
