/** A scene as a free-standing SVG, with its title, its legend and a real text for each label. */

import { svg } from "./dom.js";
import { OUTLINES, themeColours } from "./marks.js";
import { clip, middleOf, viaOf } from "./renderer.js";

/** @typedef {import("./renderer.js").Scene} Scene */
/** @typedef {import("./renderer.js").SceneNode} SceneNode */
/** @typedef {import("./renderer.js").SceneEdge} SceneEdge */
/** @typedef {ReturnType<typeof themeColours>} Colours */

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
  const via = viaOf(a, b, edge.bend);
  const middle = middleOf(a, b, edge.bend);
  return [
    svg("path", {
      d: `M${a.x} ${a.y}Q${via.x.toFixed(1)} ${via.y.toFixed(1)} ${b.x} ${b.y}`, fill: "none", stroke: colours.line,
      "stroke-width": 1.4, "stroke-dasharray": edge.dashes ? "6 5" : null,
    }, svg("title", {}, edge.label)),
    edge.label && at.size <= 80
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
    }, clip(node.label, 60)));
}

/**
 * @param {Scene} scene
 * @param {string} title
 * @param {Array<{kind: import("./data.js").Kind, name: string}>} legend
 * @returns {SVGElement}
 */
export function drawingSvg(scene, title, legend) {
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
    legend.map(({ kind, name }, n) => svg("g", { transform: `translate(${left + 16 + n * 120} ${top + 40})` },
      svg("path", { d: OUTLINES[kind], fill: kind === "other" ? colours.paper : colours[kind], stroke: colours[kind] }),
      svg("text", { x: 22, y: 12, "font-size": 12, fill: colours.ink }, name))),
    scene.edges.flatMap((edge) => drawEdge(edge, at, colours)),
    scene.nodes.map((node) => drawNode(node, colours)));
}
