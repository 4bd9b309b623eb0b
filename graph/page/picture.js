/** A scene as a free-standing SVG, with its title, its legend and a real text for each label. */

import { pathOf, pointOn } from "./curves.js";
import { KINDS, KIND_NAMES } from "./data.js";
import { svg } from "./dom.js";
import { clip } from "./labels.js";
import { OUTLINES, themeColours } from "./marks.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").SceneNode} SceneNode */
/** @typedef {import("./scene.js").SceneEdge} SceneEdge */
/** @typedef {import("./marks.js").Colours} Colours */

const EDGE = 170;
const HEAD = 70;

/**
 * @param {SceneEdge} edge
 * @param {Map<number, SceneNode>} at
 * @param {Colours} colours
 */
function drawEdge(edge, at, colours) {
  const [a, b] = [at.get(edge.from), at.get(edge.to)];
  if (!a || !b) return [];
  const middle = pointOn(edge, a, b, 0.5);
  return [
    svg("path", {
      d: pathOf(edge, a, b), fill: "none", stroke: edge.quiet ? colours.edge : colours.line,
      "stroke-width": 1.4, "stroke-dasharray": edge.dashes ? "6 5" : null,
    }, svg("title", {}, edge.label)),
    edge.label && !edge.tree && !edge.quiet && at.size <= 80
      ? svg("text", { x: middle.x.toFixed(1), y: middle.y.toFixed(1), "text-anchor": "middle", "font-size": 10, fill: colours.soft }, clip(edge.label, 28))
      : null,
  ];
}

/**
 * @param {SceneNode} node
 * @param {Colours} colours
 */
function drawNode(node, colours) {
  const scale = node.centre ? 1.7 : 1.1;
  const x = node.anchor === "left" ? -14 : node.anchor === "right" ? 14 : 0;
  return svg("g", { transform: `translate(${node.x} ${node.y})` },
    svg("title", {}, node.label),
    svg("path", {
      d: OUTLINES[node.kind], transform: `scale(${scale}) translate(-8 -8)`, stroke: colours[node.kind], "stroke-width": 1.4,
      fill: node.kind === "other" ? colours.paper : colours[node.kind],
    }),
    svg("text", {
      x, y: node.anchor === "middle" ? 24 : 4, "text-anchor": { left: "end", right: "start", middle: "middle" }[node.anchor],
      fill: colours.ink, "font-size": node.centre ? 14 : 12,
    }, clip(node.label, 60)),
    node.wording ? svg("text", { x: node.below ? x : -x * 1.4, y: node.below ? 18 : 4, "text-anchor": (node.anchor === "left") === node.below ? "end" : "start", "font-size": 11, fill: colours.soft, stroke: colours.paper, "stroke-width": 3, "paint-order": "stroke" }, clip(node.wording, 30)) : null);
}

/**
 * @param {Scene} scene
 * @param {string} title
 * @returns {SVGElement}
 */
export function drawingSvg(scene, title) {
  const colours = themeColours();
  const xs = scene.nodes.map((node) => node.x);
  const ys = scene.nodes.map((node) => node.y);
  const [left, top] = [Math.min(0, ...xs) - EDGE, Math.min(0, ...ys) - HEAD - 30];
  const width = Math.max(Math.max(0, ...xs) + EDGE - left, 760);
  const height = Math.max(0, ...ys) + 60 - top;
  const at = new Map(scene.nodes.map((node) => [node.index, node]));
  return svg("svg", { width, height, viewBox: `${left} ${top} ${width} ${height}`, "font-family": "sans-serif" },
    svg("title", {}, title),
    svg("rect", { x: left, y: top, width, height, fill: colours.paper }),
    svg("text", { x: left + 16, y: top + 26, "font-size": 15, "font-weight": "bold", fill: colours.ink }, title),
    KINDS.map((kind, n) => svg("g", { transform: `translate(${left + 16 + n * 120} ${top + 40})` },
      svg("path", { d: OUTLINES[kind], fill: kind === "other" ? colours.paper : colours[kind], stroke: colours[kind] }),
      svg("text", { x: 22, y: 12, "font-size": 12, fill: colours.ink }, KIND_NAMES[kind]))),
    scene.edges.flatMap((edge) => drawEdge(edge, at, colours)),
    scene.nodes.map((node) => drawNode(node, colours)));
}
