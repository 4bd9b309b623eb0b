/** The graph view: a toolbar, the drawing, and the same things as a list for those who do not look at it. */

import { data, labelOf } from "./data.js";
import { announce, byId, counted, h, replace } from "./dom.js";
import { statementLink, thingLink } from "./panel.js";
import { quotes } from "./quotes.js";
import { isFiltered } from "./filters.js";
import { createRenderer, roomIn } from "./renderer.js";
import { MOST_DRAWN, drawingOf } from "./scene.js";
import { findThings } from "./search.js";
import { getState, update } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./scene.js").Drawing} Drawing */

/** @type {{renderer: ReturnType<typeof createRenderer> | null, drawing: Drawing | null, cursor: number | null}} */
const held = { renderer: null, drawing: null, cursor: null };

/** The drawing that is on, for exports; null before the view was first open. */
export function currentDrawing() {
  return held.drawing && held.renderer ? { drawing: held.drawing, canvas: held.renderer.canvas() } : null;
}

function renderer() {
  if (held.renderer) return held.renderer;
  const container = byId("canvas");
  held.renderer = createRenderer(container, {
    onThing: choose,
    onEdge: (statement) => {
      const { kind, focus } = held.drawing ?? { kind: "nothing", focus: null };
      update(kind === "map" || focus === null ? { statement } : { statement, thing: labelIdOf(focus) });
    },
    onNothing: () => undefined,
  });
  container.querySelector("canvas")?.setAttribute("aria-hidden", "true");
  container.querySelector(".vis-network")?.removeAttribute("tabindex");
  return held.renderer;
}

/**
 * @param {number} index
 * @param {boolean} focus  draw its own neighbourhood
 * @param {boolean} path  take it as the other end of a path
 */
function choose(index, focus, path) {
  const { id } = data.things[index];
  const state = getState();
  if (path && held.drawing?.focus !== null && held.drawing) {
    update({ thing: labelIdOf(held.drawing.focus), statement: "", path: id });
  } else if (focus || held.drawing?.kind !== "map") {
    update({ thing: id, statement: "", path: "", map: focus ? false : state.map });
  } else update({ thing: id, statement: "" });
}

/** @param {number} index */
function labelIdOf(index) {
  return data.things[index].id;
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function stepButtons(state, drawing) {
  return h("div", { class: "segments", role: "group", "aria-label": "Steps away from the middle" },
    [1, 2, 3].map((depth) => h("button", {
      type: "button", "aria-pressed": String(drawing.kind === "focus" && state.depth === depth), data: { key: `depth:${depth}` },
      on: { click: () => update({ depth, map: false, path: "", thing: drawing.focus === null ? "" : labelIdOf(drawing.focus) }) },
    }, counted(depth, "step"), drawing.kind === "focus" ? h("span", { class: "count" }, String(drawing.counts[depth])) : null)));
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function pathBox(state, drawing) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (byId("path-to"));
    const found = data.things.find((thing) => thing.label === input.value) ?? findThings(input.value)[0];
    if (!found || drawing.focus === null) announce("No thing of that name");
    else update({ thing: labelIdOf(drawing.focus), statement: "", path: found.id, map: false });
  };
  const end = data.thingById.get(state.path);
  return h("form", { class: "path-form", on: { submit: go } },
    h("label", { for: "path-to" }, "Way to"),
    h("input", { id: "path-to", list: "thing-names", autocomplete: "off", value: end ? end.label : "", data: { key: "path-to" } }),
    h("button", { type: "submit", class: "button", data: { key: "path-go" } }, "Find"),
    end && h("button", { type: "button", class: "button", data: { key: "path-clear" }, on: { click: () => update({ path: "" }) } }, "Clear"));
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
      type: "button", class: "button", "aria-pressed": String(drawing.kind === "map"), data: { key: "map" },
      on: { click: () => update({ map: drawing.kind !== "map", path: "" }) },
    }, isFiltered(state) ? "Map of what is left" : `Whole map (${counted(data.things.length, "thing")})`),
    pathBox(state, drawing),
    h("div", { class: "segments", role: "group", "aria-label": "Zoom" },
      h("button", { type: "button", "aria-label": "Zoom out", data: { key: "zoom-out" }, on: { click: zoom(1 / 1.3) } }, "−"),
      h("button", { type: "button", "aria-label": "Zoom in", data: { key: "zoom-in" }, on: { click: zoom(1.3) } }, "+"),
      h("button", { type: "button", data: { key: "fit" }, on: { click: () => renderer().fit() } }, "Fit")),
  ];
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
function captionOf(state, drawing) {
  const lost = state.path && !data.thingById.has(state.path);
  return `${lost ? "The other end of the way is not in this report. " : ""}${caption(drawing)}`;
}

/** @param {Drawing} drawing */
function caption(drawing) {
  if (drawing.kind === "nothing") return "No thing passes the filters.";
  if (drawing.kind === "path") {
    const end = drawing.scene.nodes[drawing.scene.nodes.length - 1];
    const ends = `${labelOf(drawing.focus ?? 0)} and ${end.label}`;
    return drawing.way ? `${ends}: ${counted(drawing.way.length, "step")} apart.` : `No way between ${ends} among the facts that pass the filters.`;
  }
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
  return h("button", { type: "button", class: "link", data: { key: "more" }, on: { click: () => update({ all: true }) } }, `Draw ${more}`);
}

/** @param {Drawing} drawing */
function hops(drawing) {
  if (drawing.kind !== "path" || !drawing.way) return null;
  return h("ol", { class: "hops" }, drawing.way.map((edge) => {
    const statement = data.statementById.get(edge.statement);
    return h("li", {}, h("p", { class: "headline" }, thingLink(edge.from), ` ${edge.label} `, thingLink(edge.to)),
      statement ? [quotes(statement), h("p", {}, statementLink(statement))] : null);
  }));
}

/** @param {Drawing} drawing */
function listing(drawing) {
  const shown = drawing.scene.nodes.slice(0, 200);
  if (!shown.length) return null;
  return h("details", { class: "listing" },
    h("summary", {}, `The ${counted(drawing.drawn, "thing")} drawn, as a list`),
    h("ul", { class: "columns" }, shown.map((node) => h("li", {}, thingLink(node.index)))),
    drawing.drawn > shown.length && h("p", { class: "meta" }, "The first 200; narrow it down with the filters."));
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
  container.setAttribute("aria-label", `Drawing of the graph. ${caption(drawing)} Arrow keys move between things, Enter puts one in the middle, Escape leaves.`);
  renderer().show(drawing.scene);
  const selected = data.thingById.get(state.thing)?.index ?? null;
  held.cursor = selected ?? drawing.focus;
  renderer().select(selected, state.statement);
  if (selected !== null) renderer().reveal(selected);
  replace(byId("graph-below"), hops(drawing), listing(drawing));
}

/** Draws again after the theme or the width changed. */
export function redrawGraph() {
  if (!held.renderer || byId("view-graph").hidden) return;
  held.renderer.resize();
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
  renderer().select(index, "");
  renderer().reveal(index);
  announce(`${labelOf(index)}, ${data.things[index].cls}, ${counted(data.things[index].links, "fact")}`);
}

