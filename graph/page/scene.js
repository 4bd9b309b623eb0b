/** What the graph view draws for a state: a neighbourhood, a path, or the map of all that passes. */

import { data } from "./data.js";
import { isFiltered, statementPasses, thingPasses } from "./filters.js";
import { PLAIN, fanLines, mergeLines, treeLines } from "./lines.js";
import { relax } from "./relax.js";
import { ROW, ROW_ON_PHONE, placeRings } from "./rings.js";
import { walkPath, walkRings } from "./walk.js";

/** @typedef {import("./data.js").Edge} Edge */
/** @typedef {import("./data.js").Kind} Kind */
/** @typedef {import("./state.js").State} State */
/**
 * @typedef {{index: number, kind: Kind, label: string, x: number, y: number, anchor: "left" | "right" | "middle",
 *   weight: number, room: number, wording: string, wordingRoom: number, below: boolean, faded: boolean, more: number, centre: boolean}} SceneNode
 * @typedef {{id: string, from: number, to: number, label: string, dashes: boolean, bend: number, tree: boolean,
 *   faded: boolean, strong: boolean, quiet: boolean, statement: string, statements: string[]}} SceneEdge
 *   `statement` is empty where the line stands for several
 * @typedef {{key: string, nodes: SceneNode[], edges: SceneEdge[], notes: Array<{x: number, y: number, text: string}>}} Scene
 */
/** @typedef {{width: number, height: number, whole: number}} Room  pixels for the things, without the labels at the rim; `whole` is the width with them */
/** @typedef {{scene: Scene, kind: "focus" | "path" | "map" | "nothing", focus: number | null, counts: number[],
 *   drawn: number, hidden: number, way: Edge[] | null}} Drawing */

const FIRST_DRAWN = 60; // what a reader can take in; the rest at a click
const FEWEST_ON_PHONE = 5;
const MOST_ON_PHONE = 15;
const FEWEST_ROWS = 8;
const PHONE = 520; // pixels of width below which wordings stand under names
const BOTH_SIDES = 900; // and from which there is room at both sides for one step,
const BOTH_DEEP = 1400; // and for more
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
 * The thing in the middle: the one chosen for it, else the one selected, else the one most linked of those that pass.
 * @param {State} state
 */
export function focusOf(state) {
  const chosen = data.thingById.get(state.middle) ?? data.thingById.get(state.thing);
  if (chosen) return chosen.index;
  const statement = data.statementById.get(state.statement);
  if (statement) return statement.things[0];
  const passing = data.things.filter((thing) => thingPasses(thing, state));
  const best = passing.reduce((a, b) => (b.links > a.links ? b : a), passing[0]);
  return best ? best.index : null;
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
    room: Infinity, wording: "", wordingRoom: 0, below: false, faded: false, more: 0, centre: false, ...more,
  };
}

/**
 * How many things a first look draws: at each step what stands in one column at each side.
 * @param {State} state
 * @param {Room} room
 * @param {import("./rings.js").Sides} sides
 */
function firstDrawn(state, room, sides) {
  if (state.all) return { limit: MOST_DRAWN, each: MOST_DRAWN };
  const rows = sides === "phone"
    ? Math.min(MOST_ON_PHONE, Math.max(FEWEST_ON_PHONE, Math.floor(room.height / ROW_ON_PHONE)))
    : Math.max(FEWEST_ROWS, Math.floor(room.height / ROW));
  return { limit: FIRST_DRAWN, each: sides === "both" ? 2 * rows : rows };
}

/**
 * @param {Room} room
 * @param {number} depth
 * @returns {import("./rings.js").Sides}
 */
function sidesIn({ whole }, depth) {
  if (whole < PHONE) return "phone";
  return whole < (depth > 1 ? BOTH_DEEP : BOTH_SIDES) ? "one" : "both";
}

/**
 * @param {State} state
 * @param {number} focus
 * @param {Room} room
 * @returns {Drawing}
 */
function drawFocus(state, focus, room) {
  const passes = edgeFilter(state);
  const sides = sidesIn(room, state.depth);
  const rings = walkRings(focus, state.depth, firstDrawn(state, room, sides), passes);
  const { spots, tree } = placeRings(rings, focus, { wider: room.width / room.height, whole: room.whole, sides });
  const kindly = { ...state, sections: [], modality: [], types: [], sure: "", q: "" };
  const faded = (/** @type {number} */ at) => at !== focus && !thingPasses(data.things[at], kindly);
  const edgeFaded = (/** @type {Edge} */ edge) => faded(edge.from) || faded(edge.to);
  const drawn = data.edges.filter((edge) => rings.level.has(edge.from) && rings.level.has(edge.to) && passes(edge));
  const { lines, wordings } = tree
    ? treeLines(drawn, rings.parent, edgeFaded)
    : { lines: fanLines(drawn, focus, (edge) => ({ ...PLAIN, faded: edgeFaded(edge) })), wordings: new Map() };
  const nodes = [...rings.level].map(([at, step]) => sceneNode(at, {
    ...spots.get(at), centre: at === focus, faded: faded(at), wording: spots.get(at)?.wordingRoom ? wordings.get(at) ?? "" : "",
    more: step ? rings.more.get(at) ?? 0 : 0, weight: (3 - step) * 10000 + data.things[at].links,
  }));
  const within = rings.counts[state.depth];
  return {
    scene: { key: `focus ${focus} ${state.depth} ${nodes.length} ${lines.length} ${sides} ${(room.width / room.height).toFixed(1)}`, nodes, edges: lines, notes: [] },
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
  const avoid = new Set(state.avoid.map((id) => data.thingById.get(id)?.index ?? -1).filter((at) => at !== from && at !== to));
  const way = from === to ? [] : walkPath(from, to, edgeFilter(state), avoid);
  const stops = stopsOf(from, way);
  if (!way) stops.push(to);
  const narrow = room.whole < PHONE;
  const nodes = stops.map((at, n) => sceneNode(at, { ...(narrow ? { x: n % 2 ? 50 : -50, y: n * 110 } : { x: n * 260, y: n % 2 ? 50 : 0 }), centre: n === 0 || n === stops.length - 1, weight: 1 }));
  const edges = fanLines(way ?? [], null, () => ({ ...PLAIN, strong: true }));
  return {
    scene: { key: `path ${from} ${to} ${edges.map((edge) => edge.id).join(" ")} ${narrow}`, nodes, edges, notes: [] },
    kind: "path", focus: from, counts: [], drawn: nodes.length, hidden: 0, way,
  };
}

/**
 * The things along a path, its two ends among them.
 * @param {number} from
 * @param {Edge[] | null} way
 */
export function stopsOf(from, way) {
  const stops = [from];
  for (const edge of way ?? []) stops.push(edge.from === stops[stops.length - 1] ? edge.to : edge.from);
  return stops;
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
  const edges = mergeLines(data.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to) && passes(edge)), () => PLAIN);
  const part = shown.length < data.things.length && shown.length <= MOST_DRAWN;
  const spots = part ? relax(shown, edges) : new Map();
  const nodes = shown.map((thing) => sceneNode(thing.index, spots.get(thing.index) ?? {}));
  return {
    scene: { key: `map ${shown.map((thing) => thing.index).join(" ")}`, nodes, edges, notes: noteOfAlone(nodes, edges) },
    kind: "map", focus: data.thingById.get(state.thing)?.index ?? null, counts: [], drawn: nodes.length,
    hidden: data.things.length - nodes.length, way: null,
  };
}

/**
 * What stands over the rows of things that no line reaches.
 * @param {SceneNode[]} nodes
 * @param {SceneEdge[]} edges
 */
function noteOfAlone(nodes, edges) {
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const alone = nodes.filter((node) => !linked.has(node.index));
  if (!alone.length || alone.length === nodes.length) return [];
  const text = `Named with no link to another thing here (${alone.length})`;
  return [{ x: Math.min(...alone.map((node) => node.x)), y: Math.min(...alone.map((node) => node.y)), text }];
}

/**
 * The drawing round the middle; round the thing selected when that one is not in it.
 * @param {State} state
 * @param {number} focus
 * @param {Room} room
 */
function drawRound(state, focus, room) {
  const drawing = drawFocus(state, focus, room);
  const selected = data.thingById.get(state.thing)?.index ?? focus;
  return drawing.scene.nodes.some((node) => node.index === selected) ? drawing : drawFocus(state, selected, room);
}

/**
 * @param {State} state
 * @param {Room} room
 * @returns {Drawing}
 */
export function drawingOf(state, room) {
  const focus = focusOf(state);
  const nothing = { key: "nothing", nodes: [], edges: [], notes: [] };
  if (focus === null) return { scene: nothing, kind: "nothing", focus: null, counts: [], drawn: 0, hidden: data.things.length, way: null };
  const end = data.thingById.get(state.path);
  if (end) return drawPath(state, focus, end.index, room);
  const small = !state.thing && !state.statement && data.things.filter((thing) => thingPasses(thing, state)).length <= MOST_DRAWN;
  if (state.map || (small && isFiltered(state))) return drawMap(state);
  return drawRound(state, focus, room);
}
