/** The graph view: a toolbar, the drawing, and the same things as a list for those who do not look at it. */

import { data, labelOf } from "./data.js";
import { announce, byId, counted, h, replace } from "./dom.js";
import { isFiltered } from "./filters.js";
import { thingLink } from "./links.js";
import { detours, findPath, hops, pathCaption, pathForm } from "./paths.js";
import { createRenderer, roomIn } from "./renderer.js";
import { MOST_DRAWN, drawingOf } from "./scene.js";
import { centring, choosing, getState, update } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./scene.js").Drawing} Drawing */
/** @typedef {import("./scene.js").SceneEdge} SceneEdge */

/** @type {{renderer: ReturnType<typeof createRenderer> | null, drawing: Drawing | null, cursor: number | null}} */
const held = { renderer: null, drawing: null, cursor: null };

/** The drawing that is on, for exports; null before the view was first open. */
export function currentDrawing() {
  return held.renderer ? held.drawing : null;
}

function renderer() {
  if (held.renderer) return held.renderer;
  const container = byId("canvas");
  held.renderer = createRenderer(container, { onThing: choose, onEdge: chooseEdge });
  container.querySelector("canvas")?.setAttribute("aria-hidden", "true");
  container.querySelector(".vis-network")?.removeAttribute("tabindex");
  return held.renderer;
}

/**
 * The middle as the state has it when another thing is selected: the drawing stays as it is.
 * @param {number} [selected]
 */
function keptMiddle(selected) {
  const { kind, focus } = held.drawing ?? { kind: "nothing", focus: null };
  return kind === "map" || focus === null || focus === selected ? "" : data.things[focus].id;
}

/**
 * @param {number} index
 * @param {boolean} focus  draw its own neighbourhood
 * @param {boolean} path  take it as the other end of a path
 */
function choose(index, focus, path) {
  const { id } = data.things[index];
  const from = held.drawing?.focus ?? null;
  if (path && from !== null) findPath(from, id);
  else if (focus) update(centring(id));
  else update({ ...choosing(id), middle: keptMiddle(index) });
}

/** @param {SceneEdge} edge */
function chooseEdge(edge) {
  const [from, to] = [data.things[edge.from].id, data.things[edge.to].id];
  const first = keptMiddle() === to ? to : from;
  update({ thing: first, other: edge.statement ? "" : first === to ? from : to, statement: edge.statement, middle: keptMiddle(first === to ? edge.to : edge.from) });
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function stepButtons(state, drawing) {
  const id = drawing.focus === null ? "" : data.things[drawing.focus].id;
  return h("div.segments", { role: "group", "aria-label": "Steps away from the middle" },
    [1, 2, 3].map((depth) => h("button", {
      "aria-pressed": String(drawing.kind === "focus" && state.depth === depth), key: `depth:${depth}`,
      on: { click: () => update(drawing.kind === "focus" ? { depth } : { ...centring(id), depth }) },
    }, counted(depth, "step"), drawing.kind === "focus" ? h("span.count", {}, String(drawing.counts[depth])) : null)));
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function toolbar(state, drawing) {
  const zoom = (/** @type {number} */ factor) => () => renderer().zoom(factor);
  return [
    stepButtons(state, drawing),
    h("button", {
      "aria-pressed": String(drawing.kind === "map"), key: "map",
      on: { click: () => update({ map: drawing.kind !== "map", path: "", avoid: [], middle: "" }) },
    }, isFiltered(state) ? "Map of what is left" : `Whole map (${counted(data.things.length, "thing")})`),
    pathForm(state, drawing.focus),
    h("div.segments", { role: "group", "aria-label": "Zoom" },
      h("button", { "aria-label": "Zoom out", key: "zoom-out", on: { click: zoom(1 / 1.3) } }, "−"),
      h("button", { "aria-label": "Zoom in", key: "zoom-in", on: { click: zoom(1.3) } }, "+"),
      h("button", { key: "fit", on: { click: () => renderer().fit() } }, "Fit")),
  ];
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function captionOf(state, drawing) {
  const lost = state.path && !data.thingById.has(state.path);
  return `${lost ? "The other end of the way is not in this report. " : ""}${caption(state, drawing)}`;
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function caption(state, drawing) {
  if (drawing.kind === "nothing") return "No thing passes the filters.";
  if (drawing.kind === "path") return pathCaption(state, drawing);
  const drawn = `${counted(drawing.drawn, "thing")} and ${counted(drawing.scene.edges.length, "link")} drawn`;
  const hidden = drawing.hidden > 0 ? `, ${drawing.hidden} not drawn` : "";
  return drawing.kind === "focus" ? `Round ${labelOf(drawing.focus ?? 0)}: ${drawn}${hidden}.` : `${drawn}${hidden}.`;
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function moreButton(state, drawing) {
  const more = Math.min(drawing.hidden + drawing.drawn, MOST_DRAWN);
  if (drawing.kind !== "focus" || !drawing.hidden || state.all) return null;
  return h("button.link", { key: "more", on: { click: () => update({ all: true }) } }, `Draw ${more}`);
}

/** @param {Drawing} drawing */
function listing(drawing) {
  const shown = drawing.scene.nodes.slice(0, 200);
  if (!shown.length) return null;
  return h("details.listing", {},
    h("summary", {}, `The ${counted(drawing.drawn, "thing")} drawn, as a list`),
    h("ul.columns", {}, shown.map((node) => h("li", {}, thingLink(node.index)))),
    drawing.drawn > shown.length && h("p.meta", {}, "The first 200; narrow it down with the filters."));
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
export function renderGraph(root, state) {
  void root;
  const container = byId("canvas");
  const drawing = drawingOf(state, roomIn(container.clientWidth, container.clientHeight));
  held.drawing = drawing;
  replace(byId("graph-tools"), toolbar(state, drawing));
  replace(byId("graph-caption"), h("span", {}, captionOf(state, drawing)), " ", moreButton(state, drawing));
  replace(byId("graph-detours"), detours(state, drawing));
  container.classList.toggle("low", drawing.kind === "path");
  container.setAttribute("aria-label", `Drawing of the graph. ${caption(state, drawing)} Arrow keys move between things, Space shows the facts of one, Enter puts it in the middle, Escape leaves.`);
  const selected = data.thingById.get(state.thing)?.index ?? null;
  held.cursor = selected ?? drawing.focus;
  renderer().show(drawing.scene, { selected, statement: state.statement, other: data.thingById.get(state.other)?.index ?? null });
  if (selected !== null) renderer().reveal(selected);
  replace(byId("graph-below"), hops(drawing), listing(drawing));
}

/** Draws again after the theme or the width changed. */
export function redrawGraph() {
  if (!held.renderer || byId("view-graph").hidden) return;
  renderGraph(byId("view-graph"), getState());
}

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The thing nearest in a direction, sideways distance counting double.
 * @param {[number, number]} direction
 */
function nextIn([dx, dy]) {
  const nodes = held.drawing?.scene.nodes ?? [];
  const from = nodes.find((node) => node.index === held.cursor) ?? nodes[0];
  if (!from) return null;
  let best = null;
  let least = Infinity;
  for (const node of nodes) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0 || node === from) continue;
    if (ahead + 2 * aside < least) [best, least] = [node.index, ahead + 2 * aside];
  }
  return best;
}

/** Ties the keys of the drawing, which is one stop of the Tab key. */
export function bindGraph() {
  byId("canvas").addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) renderer().pan(arrow[0] * 60, arrow[1] * 60);
    else if (arrow) {
      const next = nextIn(arrow);
      if (next !== null) moveCursor(next);
    } else if (event.key === "Enter" && held.cursor !== null) choose(held.cursor, true, event.shiftKey);
    else if (event.key === " " && held.cursor !== null) choose(held.cursor, false, false);
    else if (event.key === "+" || event.key === "=") renderer().zoom(1.3);
    else if (event.key === "-") renderer().zoom(1 / 1.3);
    else if (event.key === "0") renderer().fit();
    else if (event.key === "Escape") byId("graph-tools").querySelector("button")?.focus();
    else return;
    event.preventDefault();
  });
}

/** @param {number} index */
function moveCursor(index) {
  held.cursor = index;
  renderer().point(index);
  renderer().reveal(index);
  announce(`${labelOf(index)}, ${data.things[index].cls}, ${counted(data.things[index].links, "fact")}`);
}

