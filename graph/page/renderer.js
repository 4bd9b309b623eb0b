/** Draws a scene with vis-network. The one module that knows the drawing library; another could take its place. */

import { LEVEL, pointOn } from "./curves.js";
import { drawLabels, placeLabels } from "./labels.js";
import { SHAPES, themeColours } from "./marks.js";

/** @typedef {import("./curves.js").Point} Point */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").SceneNode} SceneNode */
/** @typedef {import("./scene.js").SceneEdge} SceneEdge */
/** @typedef {{selected: number | null, statement: string, other: number | null}} Chosen */

const DOUBLE = 500; // milliseconds in which a second click means the thing of the first, be the panel now where it was
const NEAR = 14; // pixels by which a click may miss a thing,
const LINE = 7; // and a line
const MOST_DRAGGED = 400; // lines that are drawn while the drawing is dragged
const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, keyboard: false, selectConnectedEdges: false, multiselect: false, dragNodes: false, zoomSpeed: 0.6 },
  nodes: { font: { size: 0 }, borderWidth: 1.5, chosen: false },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, chosen: false, font: { size: 0 } },
};

/**
 * @param {HTMLElement} container
 * @param {{onThing: (index: number, focus: boolean, path: boolean) => void, onEdge: (edge: SceneEdge) => void}} handlers
 */
export function createRenderer(container, handlers) {
  const vis = /** @type {any} */ (globalThis).vis;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(container, { nodes, edges }, OPTIONS);
  /**
   * @type {{scene: Scene, chosen: Chosen, hovered: number | null, at: Map<number, SceneNode>,
   *   clicked: {index: number, time: number} | null, labels: import("./labels.js").Label[], dragging: boolean, scale: number}}
   */
  const held = {
    scene: { key: "", nodes: [], edges: [], notes: [] }, chosen: { selected: null, statement: "", other: null },
    hovered: null, at: new Map(), clicked: null, labels: [], dragging: false, scale: 0,
  };
  let colours = themeColours();

  const strong = (/** @type {SceneEdge} */ edge) => isStrong(edge, held.chosen, held.hovered, held.at);
  const draw = () => {
    const scale = Math.max(network.getScale(), 0.1);
    nodes.update(held.scene.nodes.map((node) => drawnNode(node, scale, node.index === held.chosen.selected, colours)));
    edges.update(held.scene.edges.map((edge) => drawnEdge(edge, scale, strong(edge), colours)));
  };
  const hover = (/** @type {number | null} */ index) => {
    const touched = held.scene.edges.filter((edge) => [index, held.hovered].some((at) => edge.from === at || edge.to === at));
    held.hovered = index;
    container.classList.toggle("pointing", index !== null);
    if (touched.length <= 80) edges.update(touched.map((edge) => drawnEdge(edge, Math.max(network.getScale(), 0.1), strong(edge), colours)));
  };

  const sightOf = (/** @type {number} */ scale) => {
    const first = network.DOMtoCanvas({ x: 0, y: 0 });
    const last = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    return { left: first.x * scale, top: first.y * scale, right: last.x * scale, bottom: last.y * scale };
  };

  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    const scale = network.getScale();
    if (!held.dragging || scale !== held.scale) held.labels = placeLabels(context, scale, held.scene, { hovered: held.hovered, selected: held.chosen.selected, strong }, colours, sightOf(scale));
    held.scale = scale;
    drawLabels(context, scale, held.labels, colours.paper);
  });
  network.on("dragStart", () => { held.dragging = true; });
  network.on("dragEnd", () => {
    held.dragging = false;
    network.redraw();
  });
  network.on("click", (/** @type {any} */ event) => {
    const { srcEvent } = event.event;
    if (held.clicked && srcEvent.timeStamp - held.clicked.time < DOUBLE) return;
    const scale = network.getScale();
    const index = event.nodes[0] ?? nearest(held.scene.nodes, event.pointer.canvas, NEAR / scale, (node) => [node])?.index;
    held.clicked = index === undefined ? null : { index, time: srcEvent.timeStamp };
    if (index !== undefined) return handlers.onThing(index, false, srcEvent.shiftKey);
    const edge = nearest(held.scene.edges, event.pointer.canvas, LINE / scale, (one) => pointsOn(one, held.at));
    if (edge) handlers.onEdge(edge);
  });
  addEventListener("click", (event) => {
    if (event.detail !== 2 || !held.clicked || event.timeStamp - held.clicked.time > DOUBLE) return;
    event.preventDefault();
    event.stopPropagation();
    handlers.onThing(held.clicked.index, true, false);
  }, true);
  network.on("hoverNode", (/** @type {any} */ event) => hover(event.node));
  network.on("blurNode", () => hover(null));
  /** @type {number | undefined} */
  let resting;
  network.on("zoom", () => {
    clearTimeout(resting);
    resting = setTimeout(draw, 120);
  });

  return {
    /**
     * @param {Scene} scene
     * @param {Chosen} chosen
     */
    show(scene, chosen) {
      colours = themeColours();
      const fresh = scene.key !== held.scene.key;
      held.scene = scene;
      held.chosen = chosen;
      held.at = new Map(scene.nodes.map((node) => [node.index, node]));
      held.hovered = null;
      if (fresh) {
        network.setOptions({ interaction: { hideEdgesOnDrag: scene.edges.length > MOST_DRAGGED } });
        edges.clear();
        nodes.clear();
        network.redraw(); // takes the size of its place, which the panel may just have changed
      }
      draw();
      if (fresh) this.fit();
    },
    /** @param {number} index */
    point(index) {
      held.chosen = { selected: index, statement: "", other: null };
      draw();
    },
    fit() {
      if (!held.scene.nodes.length) return;
      network.moveTo({ ...fitting(held.scene.nodes, container.clientWidth, container.clientHeight), animation: false });
      draw();
    },
    /** @param {number} factor */
    zoom(factor) {
      network.moveTo({ scale: network.getScale() * factor, animation: false });
      draw();
    },
    /**
     * @param {number} x
     * @param {number} y
     */
    pan(x, y) {
      const { x: left, y: top } = network.getViewPosition();
      const scale = network.getScale();
      network.moveTo({ position: { x: left + x / scale, y: top + y / scale }, animation: false });
    },
    /** @param {number} index */
    reveal(index) {
      const node = held.at.get(index);
      if (!node) return;
      const spot = network.canvasToDOM({ x: node.x, y: node.y });
      const inside = spot.x > 20 && spot.y > 20 && spot.x < container.clientWidth - 20 && spot.y < container.clientHeight - 20;
      if (!inside) network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
    },
  };
}

/**
 * Whether a line stands out: it is part of a path, it is what is open in the panel, or it touches the thing
 * selected or pointed at (the thing in the middle touches them all, so that it does not count).
 * @param {SceneEdge} edge
 * @param {Chosen} chosen
 * @param {number | null} hovered
 * @param {Map<number, SceneNode>} at
 */
function isStrong(edge, { selected, statement, other }, hovered, at) {
  const touches = (/** @type {number | null} */ index) => index !== null && (edge.from === index || edge.to === index);
  if (edge.strong || (statement !== "" && edge.statement === statement)) return true;
  if (other !== null && touches(other) && touches(selected)) return true;
  return [selected, hovered].some((index) => index !== null && !at.get(index)?.centre && touches(index));
}

/**
 * @param {SceneNode} node
 * @param {number} scale
 * @param {boolean} selected
 * @param {import("./marks.js").Colours} colours
 */
function drawnNode(node, scale, selected, colours) {
  const colour = colours[node.kind];
  const other = node.kind === "other";
  const fill = other ? colours.paper : colour;
  const ring = selected ? colours.ink : colour;
  const grown = Math.max(Math.min(6, 1 / scale) ** 0.8, 0.7);
  return {
    id: node.index, x: node.x, y: node.y, shape: SHAPES[node.kind], size: (node.centre ? 12 : other ? 5.5 : 7) * grown,
    opacity: node.faded ? 0.18 : 1, borderWidth: selected ? 2.5 : other ? 2 : 1.5, label: undefined,
    color: { background: fill, border: ring },
  };
}

/**
 * @param {SceneEdge} edge
 * @param {number} scale
 * @param {boolean} strong
 * @param {import("./marks.js").Colours} colours
 */
function drawnEdge(edge, scale, strong, colours) {
  const colour = strong ? colours.accent : edge.quiet ? colours.edge : colours.line;
  const thick = Math.min(3, Math.max(0.8, 1 / scale));
  const curved = edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false;
  return {
    id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes ? [6, 5] : false, width: (strong ? 2.2 : 1) * thick,
    color: { color: colour, opacity: edge.faded && !strong ? 0.15 : 1 },
    smooth: edge.tree ? { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: LEVEL } : curved,
  };
}

/**
 * What of a drawing's size is left for the things when labels stand at both sides.
 * @param {number} width
 * @param {number} height
 */
export function roomIn(width, height) {
  return { width: Math.max(width - 2 * rimOf(width), 80), height: Math.max(height - 70, 80), whole: width };
}

/** @param {number} width */
function rimOf(width) {
  return Math.min(230, width / 3.4);
}

/**
 * The middle and the scale that show all things with room for the labels at the rim.
 * @param {SceneNode[]} nodes
 * @param {number} width
 * @param {number} height
 */
function fitting(nodes, width, height) {
  const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const has = (/** @type {string} */ anchor) => nodes.some((node) => node.anchor === anchor);
  const down = roomIn(width, height).height / Math.max(bottom - top, 1);
  const y = (top + bottom) / 2;
  if (has("right") && !has("left")) {
    const scale = Math.min(1.15, down, (width * 0.64) / Math.max(right - left, 1));
    return { position: { x: left + (width / 2 - 24) / scale, y }, scale };
  }
  const rim = has("left") ? rimOf(width) : Math.min(nodes.length > 12 ? 70 : 120, width / 6);
  const scale = Math.min(1.15, down, Math.max(width - 2 * rim, 60) / Math.max(right - left, 1));
  return { position: { x: (left + right) / 2, y }, scale };
}

/**
 * Points along a line, close to each other.
 * @param {SceneEdge} edge
 * @param {Map<number, SceneNode>} at
 */
function pointsOn(edge, at) {
  const [from, to] = [at.get(edge.from), at.get(edge.to)];
  return from && to ? Array.from({ length: 60 }, (_, n) => pointOn(edge, from, to, n / 59)) : [];
}

/**
 * What has a point nearest to a place, if one is within `reach`.
 * @template T
 * @param {T[]} all
 * @param {Point} place
 * @param {number} reach
 * @param {(one: T) => Point[]} points
 * @returns {T | null}
 */
function nearest(all, place, reach, points) {
  let best = null;
  for (const one of all) {
    for (const { x, y } of points(one)) {
      const far = Math.hypot(x - place.x, y - place.y);
      if (far < reach) [best, reach] = [one, far];
    }
  }
  return best;
}
