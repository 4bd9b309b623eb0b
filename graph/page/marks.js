/** Shapes and colours of the kinds. Never colour alone: each kind has its own shape, and its name beside it. */

import { svg } from "./dom.js";

/** @typedef {import("./data.js").Kind} Kind */
/** @typedef {Record<Kind, string> & {ink: string, soft: string, line: string, edge: string, paper: string, accent: string}} Colours */

/** @type {Record<Kind, string>} outlines in a 16 by 16 box */
export const OUTLINES = {
  agency: "M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6Z",
  operation: "M8 1.2l2 4.6 5 .4-3.800 3.200 1.200 4.900-4.400-2.700-4.400 2.700 1.200-4.900-3.800-3.200 5-.4Z",
  programme: "M8 2l6.400 11.400H1.600Z",
  agreement: "M8 1.300l6.300 6.700-6.300 6.700-6.300-6.700Z",
  metric: "M2.800 2.800h10.400v10.400H2.800Z",
  other: "M8 3.600a4.400 4.400 0 1 0 0 8.800a4.400 4.400 0 1 0 0-8.800Z",
};

/** @type {Record<Kind, string>} the shapes of vis-network */
export const SHAPES = {
  agency: "dot",
  operation: "star",
  programme: "triangle",
  agreement: "diamond",
  metric: "square",
  other: "dot",
};

/**
 * @param {Kind} kind
 * @returns {SVGElement}
 */
export function kindIcon(kind) {
  return svg("svg", { class: `kind-icon kind-${kind}`, viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("path", { d: OUTLINES[kind] }));
}

/**
 * The colours of the theme that is on, out of the style sheet.
 * @returns {Colours}
 */
export function themeColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["agency", "operation", "programme", "agreement", "metric", "other", "ink", "soft", "line", "edge", "paper", "accent"];
  return /** @type {any} */ (Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])));
}
