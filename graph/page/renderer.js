/** Draws a scene with vis-network. The one module that knows the drawing library; another could take its place. */

import { SHAPES, themeColours } from "./marks.js";

/** @typedef {import("./data.js").Kind} Kind */
/**
 * @typedef {{index: number, kind: Kind, label: string, x: number, y: number, anchor: "left" | "right" | "middle",
 *   weight: number, room: number, faded: boolean, more: number, centre: boolean}} SceneNode
 * @typedef {{id: string, from: number, to: number, label: string, dashes: boolean, bend: number, faded: boolean,
 *   strong: boolean, statement: string}} SceneEdge
 * @typedef {{key: string, nodes: SceneNode[], edges: SceneEdge[]}} Scene
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 */

const MOST_LABELS = 160;
const FREE_LABELS = 6;
const LONGEST = 34; // characters of a label before it is cut; the panel has it whole
const FONT = '"Inter", "Segoe UI", system-ui, sans-serif';

/** @param {string} text */
export function clip(text, most = LONGEST) {
  const all = [...text];
  return all.length > most ? `${all.slice(0, most - 1).join("").trimEnd()}…` : text;
}

/**
 * The middle of an edge as vis-network bends it.
 * @param {{x: number, y: number}} a
 * @param {{x: number, y: number}} b
 * @param {number} bend
 */
export function middleOf(a, b, bend) {
  const via = viaOf(a, b, bend);
  return { x: 0.25 * a.x + 0.5 * via.x + 0.25 * b.x, y: 0.25 * a.y + 0.5 * via.y + 0.25 * b.y };
}

/**
 * The control point of an edge, worked out as vis-network does for its curved edges.
 * @param {{x: number, y: number}} a
 * @param {{x: number, y: number}} b
 * @param {number} bend  its roundness, negative for the other side; 0 is a straight line
 */
export function viaOf(a, b, bend) {
  const reach = (0.5 * Math.abs(bend) + 0.5) * Math.hypot(b.x - a.x, b.y - a.y);
  const angle = Math.atan2(a.y - b.y, b.x - a.x) + (0.5 * bend + 0.5) * Math.PI;
  return { x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) };
}

/**
 * @param {HTMLElement} container
 * @param {{onThing: (index: number, focus: boolean, path: boolean) => void, onEdge: (id: string) => void, onNothing: () => void}} handlers
 */
export function createRenderer(container, handlers) {
  const vis = /** @type {any} */ (globalThis).vis;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(container, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, selectConnectedEdges: false, multiselect: false, zoomSpeed: 0.6, hideEdgesOnDrag: false },
    nodes: { font: { size: 0 }, borderWidth: 1.5, chosen: false },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, chosen: false, selectionWidth: 0, hoverWidth: 0, font: { size: 0 } },
  });
  /** @type {{scene: Scene, selected: number | null, edge: string, hovered: number | null, at: Map<number, SceneNode>}} */
  const held = { scene: { key: "", nodes: [], edges: [] }, selected: null, edge: "", hovered: null, at: new Map() };
  /** @type {ReturnType<typeof themeColours>} */
  let colours = themeColours();

  const size = (/** @type {SceneNode} */ node) => {
    const scale = Math.min(6, 1 / Math.max(network.getScale(), 0.1)) ** 0.8;
    return (node.centre ? 12 : node.kind === "other" ? 5.5 : 7) * Math.max(scale, 0.7);
  };
  const drawnNode = (/** @type {SceneNode} */ node) => {
    const colour = colours[node.kind];
    const fill = node.kind === "other" ? colours.paper : colour;
    const ring = node.index === held.selected ? colours.ink : colour;
    return {
      id: node.index, x: node.x, y: node.y, shape: SHAPES[node.kind], size: size(node), opacity: node.faded ? 0.18 : 1,
      color: { background: fill, border: ring, hover: { background: fill, border: colours.ink }, highlight: { background: fill, border: ring } },
      borderWidth: node.index === held.selected ? 2.5 : node.kind === "other" ? 2 : 1.5, label: undefined,
    };
  };
  const thick = () => Math.min(3, Math.max(0.8, 1 / Math.max(network.getScale(), 0.12)));
  const drawnEdge = (/** @type {SceneEdge} */ edge) => {
    const strong = edge.strong || edge.statement === held.edge;
    const colour = strong ? colours.accent : colours.line;
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes ? [6, 5] : false, width: (strong ? 2.5 : 1) * thick(),
      color: { color: colour, highlight: colour, hover: colours.accent, opacity: edge.faded ? 0.15 : 1 },
      smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
    };
  };
  const draw = () => {
    nodes.update(held.scene.nodes.map(drawnNode));
    edges.update(held.scene.edges.map(drawnEdge));
  };

  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    const scale = network.getScale();
    const first = network.DOMtoCanvas({ x: 0, y: 0 });
    const last = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    const sight = { left: first.x * scale, top: first.y * scale, right: last.x * scale, bottom: last.y * scale };
    drawLabels(context, scale, held, colours, sight);
  });
  network.on("click", (/** @type {any} */ event) => {
    if (event.nodes.length) handlers.onThing(event.nodes[0], false, event.event.srcEvent.shiftKey);
    else if (event.edges.length) {
      const edge = held.scene.edges.find((one) => one.id === event.edges[0]);
      if (edge) handlers.onEdge(edge.statement);
    } else {
      const near = nearest(network.canvasToDOM, held.scene.nodes, event.pointer.DOM, 14);
      if (near !== null) handlers.onThing(near, false, event.event.srcEvent.shiftKey);
      else handlers.onNothing();
    }
  });
  network.on("doubleClick", (/** @type {any} */ event) => event.nodes.length && handlers.onThing(event.nodes[0], true, false));
  network.on("hoverNode", (/** @type {any} */ event) => { held.hovered = event.node; container.classList.add("pointing"); });
  network.on("blurNode", () => { held.hovered = null; container.classList.remove("pointing"); });
  /** @type {number | undefined} */
  let resting;
  network.on("zoom", () => {
    clearTimeout(resting);
    resting = setTimeout(draw, 120);
  });

  return {
    /** @param {Scene} scene */
    show(scene) {
      colours = themeColours();
      const fresh = scene.key !== held.scene.key;
      held.scene = scene;
      held.at = new Map(scene.nodes.map((node) => [node.index, node]));
      held.hovered = null;
      if (fresh) {
        edges.clear();
        nodes.clear();
      }
      draw();
      if (fresh) this.fit();
    },
    /**
     * @param {number | null} index
     * @param {string} statement
     */
    select(index, statement) {
      held.selected = index;
      held.edge = statement;
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
    resize() {
      network.redraw();
    },
    scene: () => held.scene,
    canvas: () => /** @type {HTMLCanvasElement} */ (container.querySelector("canvas")),
  };
}

/**
 * What of a drawing's size is left for the things when labels stand at both sides.
 * @param {number} width
 * @param {number} height
 */
export function roomIn(width, height) {
  return { width: Math.max(width - 2 * Math.min(190, width / 3.4), 80), height: Math.max(height - 90, 80) };
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
  const room = roomIn(width, height);
  const across = (nodes.some((node) => node.anchor !== "middle") ? room.width : width - Math.min(140, width / 4)) / Math.max(right - left, 1);
  const down = room.height / Math.max(bottom - top, 1);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(1.15, across, down) };
}

/**
 * The thing nearest to a point on the screen, or null beyond `reach` pixels.
 * @param {(point: {x: number, y: number}) => {x: number, y: number}} toScreen
 * @param {SceneNode[]} nodes
 * @param {{x: number, y: number}} point
 * @param {number} reach
 */
function nearest(toScreen, nodes, point, reach) {
  let best = null;
  let least = reach;
  for (const node of nodes) {
    const spot = toScreen({ x: node.x, y: node.y });
    const far = Math.hypot(spot.x - point.x, spot.y - point.y);
    if (far < least) [best, least] = [node.index, far];
  }
  return best;
}

/**
 * Labels of constant size on the screen, the most important first; one that would cover another is left out.
 * @param {CanvasRenderingContext2D} context
 * @param {number} scale
 * @param {{scene: Scene, selected: number | null, edge: string, hovered: number | null, at: Map<number, SceneNode>}} held
 * @param {ReturnType<typeof themeColours>} colours
 * @param {Box} sight  what of the drawing is seen, in pixels
 */
function drawLabels(context, scale, held, colours, sight) {
  /** @type {Box[]} */
  const taken = [];
  const shapes = held.scene.nodes.map(({ x, y }) => ({ left: x * scale - 6, top: y * scale - 6, right: x * scale + 6, bottom: y * scale + 6 }));
  const first = (/** @type {SceneNode} */ node) =>
    node.index === held.hovered || node.index === held.selected ? 3 : node.centre ? 2 : node.faded ? 0 : 1;
  const ordered = [...held.scene.nodes].sort((a, b) => first(b) - first(a) || b.weight - a.weight || a.index - b.index);
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  let drawn = 0;
  for (const node of ordered) {
    const must = first(node) >= 2;
    if (!must && (drawn >= MOST_LABELS || node.faded)) continue;
    const inTheWay = drawn < FREE_LABELS ? taken : taken.concat(shapes); // the first may cover a shape, not a label
    const box = drawLabel(context, scale, node, must, inTheWay, colours, sight);
    if (box) {
      drawn += 1;
      taken.push(box);
    }
  }
  taken.push(...shapes);
  for (const edge of held.scene.edges) {
    const strong = edge.strong || edge.statement === held.edge;
    if (edge.label && !edge.faded && (strong || (held.scene.edges.length <= 120 && scale > 0.45))) {
      drawEdgeLabel(context, scale, edge, held.at, taken, colours, strong);
    }
  }
  context.restore();
}

/**
 * The text, cut at its end until it is no wider than the room.
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} room  pixels
 */
function fitted(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  let most = Math.max(3, Math.floor((text.length * room) / context.measureText(text).width));
  while (most > 3 && context.measureText(clip(text, most)).width > room) most -= 1;
  return clip(text, most);
}

/**
 * Where a label may stand, the best place first.
 * @param {SceneNode} node
 * @param {number} width  of the label
 * @returns {Array<[number, number]>} the left edge and the middle height, from the middle of the thing
 */
function placesFor(node, width) {
  const away = node.centre ? 18 : 11;
  const [left, right] = /** @type {[number, number][]} */ ([[-away - width, 0], [away, 0]]);
  const below = /** @type {[number, number]} */ ([-width / 2, node.centre ? 24 : 16]);
  if (node.centre) return [below];
  if (node.anchor !== "middle") return [node.anchor === "left" ? left : right];
  return [below, right, left, [-width / 2, -16]];
}

/**
 * Draws the label where it covers nothing; a label that must be seen covers what it must.
 * @param {CanvasRenderingContext2D} context
 * @param {number} scale
 * @param {SceneNode} node
 * @param {boolean} must
 * @param {Box[]} taken
 * @param {ReturnType<typeof themeColours>} colours
 * @param {Box} sight  what of the drawing is seen, in pixels
 */
function drawLabel(context, scale, node, must, taken, colours, sight) {
  context.font = `${node.centre ? "600 14px" : "12px"} ${FONT}`;
  const own = { x: node.x * scale, y: node.y * scale };
  const more = node.more ? ` +${node.more}` : "";
  const rim = node.anchor === "left" ? own.x - sight.left : node.anchor === "right" ? sight.right - own.x : Infinity;
  const room = Math.min(rim, must ? Infinity : node.room * scale) - 20 - context.measureText(more).width;
  const text = fitted(context, clip(node.label, must ? 60 : LONGEST), Math.max(room, 30)) + more;
  const width = context.measureText(text).width;
  for (const [dx, dy] of placesFor(node, width)) {
    const box = { left: own.x + dx - 3, top: own.y + dy - 8, right: own.x + dx + width + 3, bottom: own.y + dy + 8 };
    const outside = box.left < sight.left || box.right > sight.right || box.top < sight.top || box.bottom > sight.bottom;
    if (!must && (outside || taken.some((other) => overlap(box, other) && !holds(other, own)))) continue;
    drawText(context, text, own.x + dx, own.y + dy, colours.ink, colours.paper);
    return box;
  }
  return null;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} scale
 * @param {SceneEdge} edge
 * @param {Map<number, SceneNode>} at
 * @param {Box[]} taken
 * @param {ReturnType<typeof themeColours>} colours
 * @param {boolean} strong
 */
function drawEdgeLabel(context, scale, edge, at, taken, colours, strong) {
  const [from, to] = [at.get(edge.from), at.get(edge.to)];
  if (!from || !to) return;
  const middle = middleOf(from, to, edge.bend);
  const text = clip(edge.label, 28);
  context.font = `${strong ? "600 " : ""}11px ${FONT}`;
  const width = context.measureText(text).width;
  const length = Math.hypot(to.x - from.x, to.y - from.y) * scale;
  const box = { left: middle.x * scale - width / 2 - 2, top: middle.y * scale - 7, right: middle.x * scale + width / 2 + 2, bottom: middle.y * scale + 7 };
  if (!strong && (length < 70 || taken.some((other) => overlap(box, other)))) return;
  taken.push(box);
  drawText(context, text, box.left + 2, middle.y * scale, strong ? colours.accent : colours.soft, colours.paper);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 * @param {string} halo
 */
function drawText(context, text, x, y, ink, halo) {
  context.textAlign = "left";
  context.strokeStyle = halo;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * @param {Box} box
 * @param {{x: number, y: number}} point
 */
function holds(box, point) {
  return box.left < point.x && point.x < box.right && box.top < point.y && point.y < box.bottom;
}
