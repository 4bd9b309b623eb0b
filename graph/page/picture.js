/** A scene as a free-standing SVG, with its title, its legend and a real text for each label. */

import { pathOf, pointOn } from "./curves.js";
import { KINDS, KIND_NAMES } from "./data.js";
import { svg } from "./dom.js";
import { clip, overlap } from "./labels.js";
import { OUTLINES, themeColours } from "./marks.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").SceneNode} SceneNode */
/** @typedef {import("./scene.js").SceneEdge} SceneEdge */
/** @typedef {import("./marks.js").Colours} Colours */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

const HEAD = 100; // pixels for the title and the legend
const RIM = 24;
const MOST_NAMED = 160; // things all named; of more, those whose names find room
const MOST_WORDED = 150; // lines; beyond that their wordings are noise
const SPOTS = [0.5, 0.62, 0.4, 0.72, 0.3];
const LETTER = 0.56; // of the height of a letter: how wide it is, near enough

/**
 * The box that a text takes.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {number} size
 * @param {"start" | "middle" | "end"} anchor
 * @returns {Box}
 */
function boxOf(x, y, text, size, anchor) {
  const wide = [...text].length * size * LETTER;
  const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
  return { left, right: left + wide, top: y - size, bottom: y + size * 0.3 };
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {{size: number, anchor?: "start" | "middle" | "end", fill: string, stroke: string, bold?: boolean}} look
 */
function write(x, y, text, { size, anchor = "start", fill, stroke, bold = false }) {
  return svg("text", {
    x: x.toFixed(1), y: y.toFixed(1), "text-anchor": anchor, "font-size": size, "font-weight": bold ? "bold" : null,
    fill, stroke, "stroke-width": 3, "paint-order": "stroke",
  }, text);
}

/**
 * Where the name of a thing stands.
 * @param {SceneNode} node
 * @returns {{x: number, y: number, anchor: "start" | "middle" | "end", text: string, size: number}}
 */
function nameOf(node) {
  const anchor = /** @type {const} */ ({ left: "end", right: "start", middle: "middle" })[node.anchor];
  const away = { left: -14, right: 14, middle: 0 }[node.anchor] * (node.centre ? 1.3 : 1);
  return { x: node.x + away, y: node.y + (node.anchor === "middle" ? 26 : 4), anchor, text: clip(node.label, 60), size: node.centre ? 14 : 12 };
}

/**
 * @param {SceneEdge} edge
 * @param {Map<number, SceneNode>} at
 * @param {Colours} colours
 */
function drawLine(edge, at, colours) {
  const [a, b] = [at.get(edge.from), at.get(edge.to)];
  return a && b && svg("path", {
    d: pathOf(edge, a, b), fill: "none", stroke: edge.quiet ? colours.edge : colours.line,
    "stroke-width": 1.4, "stroke-dasharray": edge.dashes ? "6 5" : null,
  }, svg("title", {}, edge.label));
}

/**
 * The wording of a line, at the first place along it that is free.
 * @param {SceneEdge} edge
 * @param {Map<number, SceneNode>} at
 * @param {Colours} colours
 * @param {Box[]} taken
 */
function wordLine(edge, at, colours, taken) {
  const [a, b] = [at.get(edge.from), at.get(edge.to)];
  if (!a || !b || !edge.label || edge.tree || edge.quiet) return null;
  const text = clip(edge.label, 30);
  const points = SPOTS.map((t) => pointOn(edge, a, b, t));
  const boxes = points.map(({ x, y }) => boxOf(x, y + 3, text, 10, "middle"));
  const n = boxes.findIndex((box) => !taken.some((other) => overlap(box, other)));
  if (n < 0) return null;
  taken.push(boxes[n]);
  return write(points[n].x, points[n].y + 3, text, { size: 10, anchor: "middle", fill: colours.soft, stroke: colours.paper });
}

/**
 * The things whose names can stand, the most linked first, none over another or over another thing.
 * @param {SceneNode[]} nodes
 * @param {Box[]} taken
 */
function namedOf(nodes, taken) {
  return new Set([...nodes].sort((a, b) => b.weight - a.weight || a.index - b.index).filter((node) => {
    const { x, y, text, size, anchor } = nameOf(node);
    const box = boxOf(x, y, text, size, anchor);
    const clear = !taken.some((other) => overlap(box, other));
    if (clear) taken.push(box);
    return clear;
  }));
}

/**
 * @param {SceneNode} node
 * @param {Colours} colours
 * @param {boolean} named
 */
function drawNode(node, colours, named) {
  const { x, y, anchor, text, size } = nameOf(node);
  const ends = (node.anchor === "left") === node.below;
  const aside = node.anchor === "left" ? 20 : -20;
  return svg("g", { transform: `translate(${node.x} ${node.y})` },
    svg("title", {}, node.label),
    svg("path", {
      d: OUTLINES[node.kind], transform: `scale(${node.centre ? 1.7 : 1.1}) translate(-8 -8)`, stroke: colours[node.kind], "stroke-width": 1.4,
      fill: node.kind === "other" ? colours.paper : colours[node.kind],
    }),
    named && write(x - node.x, y - node.y, text, { size, anchor, fill: colours.ink, stroke: colours.paper, bold: node.centre }),
    node.wording ? write(node.below ? x - node.x : aside, node.below ? 18 : 4, clip(node.wording, 30), { size: 11, anchor: ends ? "end" : "start", fill: colours.soft, stroke: colours.paper }) : null);
}

/**
 * @param {Scene} scene
 * @param {string} title
 * @returns {SVGElement}
 */
export function drawingSvg(scene, title) {
  const colours = themeColours();
  const names = scene.nodes.map(nameOf).map(({ x, y, text, size, anchor }) => boxOf(x, y, text, size, anchor));
  const least = (/** @type {number[]} */ all) => Math.min(0, ...all);
  const [left, top] = [least(names.map((box) => box.left)) - RIM, least(scene.nodes.map((node) => node.y)) - HEAD - RIM];
  const head = Math.max(760, boxOf(0, 0, title, 15, "start").right * 1.1 + 2 * RIM);
  const width = Math.max(-least(names.map((box) => -box.right)) + RIM - left, head);
  const height = -least(names.map((box) => -box.bottom)) + 2 * RIM - top;
  const at = new Map(scene.nodes.map((node) => [node.index, node]));
  const shapes = scene.nodes.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  const named = scene.nodes.length > MOST_NAMED ? namedOf(scene.nodes, [...shapes]) : new Set(scene.nodes);
  const taken = [...names, ...shapes];
  return svg("svg", { width, height, viewBox: `${left} ${top} ${width} ${height}`, "font-family": "sans-serif" },
    svg("title", {}, title),
    svg("rect", { x: left, y: top, width, height, fill: colours.paper }),
    svg("text", { x: left + 16, y: top + 26, "font-size": 15, "font-weight": "bold", fill: colours.ink }, title),
    KINDS.map((kind, n) => svg("g", { transform: `translate(${left + 16 + n * 120} ${top + 40})` },
      svg("path", { d: OUTLINES[kind], fill: kind === "other" ? colours.paper : colours[kind], stroke: colours[kind] }),
      svg("text", { x: 22, y: 12, "font-size": 12, fill: colours.ink }, KIND_NAMES[kind]))),
    scene.edges.map((edge) => drawLine(edge, at, colours)),
    scene.edges.length <= MOST_WORDED ? scene.edges.map((edge) => wordLine(edge, at, colours, taken)) : null,
    scene.notes.map(({ x, y, text }) => svg("text", { x, y: y - 26, "font-size": 12, fill: colours.soft }, text)),
    scene.nodes.map((node) => drawNode(node, colours, named.has(node))));
}
