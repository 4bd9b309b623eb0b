/** Bar charts as inline SVG; the numbers stand beside the bars, and the same chart is a table to a screen reader. */

import { h, svg } from "./dom.js";
import { clip } from "./labels.js";

/** @typedef {{label: string, value: number, text: string, href: string, id: string, note: string}} Bar */

const WIDTH = 240;
const HEIGHT = 14;

/**
 * Where zero is and how long a unit is, for bars to both sides.
 * @param {Bar[]} bars
 * @param {number | undefined} whole
 */
function scaleOf(bars, whole) {
  const values = bars.map((bar) => bar.value).filter(Number.isFinite);
  const most = Math.max(whole ?? 0, 0, ...values);
  const least = Math.min(0, ...values);
  const unit = most - least > 0 ? WIDTH / (most - least) : 0;
  return { zero: -least * unit, unit };
}

/**
 * @param {Bar} bar
 * @param {{zero: number, unit: number}} scale
 */
function drawBar(bar, { zero, unit }) {
  const length = Number.isFinite(bar.value) ? Math.max(Math.abs(bar.value) * unit, bar.value ? 1 : 0) : 0;
  const x = bar.value < 0 ? zero - length : zero;
  return svg("svg", { class: "bar", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "track", x: 0, y: 0, width: WIDTH, height: HEIGHT }),
    svg("rect", { class: bar.value < 0 ? "fill negative" : "fill", x, y: 1, width: length, height: HEIGHT - 2 }),
    zero > 0 ? svg("line", { class: "zero", x1: zero, x2: zero, y1: 0, y2: HEIGHT }) : null);
}

/**
 * @param {Bar[]} bars
 * @param {{title: string, id: string, whole?: number, bars?: boolean, asGiven?: boolean}} options  `whole` sets the full length; without
 *   `bars` the numbers stand alone, for what cannot be compared; the longest comes first unless `asGiven`
 */
export function barChart(bars, { title, id, whole, bars: drawn = true, asGiven = !drawn }) {
  const scale = scaleOf(bars, whole);
  const rows = asGiven ? bars : [...bars].sort((a, b) => b.value - a.value || a.label.localeCompare(b.label));
  return h("table.bars", { data: { chart: id, title } },
    h("caption", {}, title),
    h("thead.hidden-text", {}, h("tr", {}, ["Figure", "Bar", "Value"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((bar) => h("tr", {},
      h("th", { scope: "row" }, h("a", { href: bar.href, key: `bar:${bar.id}` }, bar.label), h("span.meta", {}, ` ${bar.note}`)),
      h("td.bar-cell", {}, drawn ? drawBar(bar, scale) : null),
      h("td.number", {}, bar.text)))));
}

/**
 * A chart of the page as one free-standing SVG text, for export.
 * @param {HTMLElement} table  what `barChart` made
 * @param {{ink: string, soft: string, paper: string, fill: string}} colours
 */
export function chartSvg(table, colours) {
  const rows = [...table.querySelectorAll("tbody tr")];
  const root = svg("svg", { width: 900, height: 50 + rows.length * 26, viewBox: `0 0 900 ${50 + rows.length * 26}`, "font-family": "sans-serif", "font-size": 13 },
    svg("rect", { width: "100%", height: "100%", fill: colours.paper }),
    svg("text", { x: 16, y: 28, "font-size": 16, "font-weight": "bold", fill: colours.ink }, table.dataset.title ?? ""));
  rows.forEach((row, at) => {
    const y = 62 + at * 26;
    const fill = row.querySelector("rect.fill");
    const x = 380 + Number(fill?.getAttribute("x") ?? 0) * 1.2;
    root.append(
      svg("text", { x: 368, y, "text-anchor": "end", fill: colours.ink }, clip(row.querySelector("a")?.textContent ?? "", 48)),
      svg("rect", { x, y: y - 12, width: Number(fill?.getAttribute("width") ?? 0) * 1.2, height: 15, fill: colours.fill }),
      svg("text", { x: 680, y, fill: colours.ink }, row.querySelector(".number")?.textContent ?? ""));
  });
  return root;
}
