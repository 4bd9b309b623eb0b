/** Takes what is shown out of the page, as a file or to the clipboard: Turtle, CSV, JSON, PNG, SVG. */

import { chartSvg } from "./charts.js";
import { MODALITY_NAMES, TYPE_NAMES, cardsOf, data, partsOf, sectionName, statedOf } from "./data.js";
import { announce, byId, h, replace, svg } from "./dom.js";
import { passingStatements } from "./facts.js";
import { thingPasses } from "./filters.js";
import { currentDrawing } from "./graph.js";
import { themeColours } from "./marks.js";
import { drawingSvg } from "./picture.js";
import { getState } from "./state.js";
import { turtleOf } from "./turtle.js";

/** @typedef {import("./data.js").Thing} Thing */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./data.js").Figure} Figure */

/**
 * The things and statements on show: those drawn in the graph, else those that pass the filters.
 * @returns {{things: Thing[], statements: Statement[]}}
 */
export function shownNow() {
  const state = getState();
  const now = state.view === "graph" ? currentDrawing() : null;
  if (now) {
    const { nodes, edges } = now.scene;
    const inside = new Set(nodes.map((node) => node.index));
    const drawn = new Set(edges.flatMap((edge) => edge.statements));
    const whole = now.kind === "map";
    const statements = passingStatements(state).filter((one) => (whole ? one.things.every((at) => inside.has(at)) : drawn.has(one.id)));
    return { things: nodes.map((node) => data.things[node.index]), statements };
  }
  const only = { figures: ["figure"], plans: ["plan", "result"] }[/** @type {"figures" | "plans"} */ (state.view)];
  const statements = passingStatements(state).filter((one) => !only || only.includes(one.type));
  const taking = new Set(statements.flatMap((one) => one.things));
  const things = data.things.filter((thing) => (only ? taking.has(thing.index) : taking.has(thing.index) || thingPasses(thing, state)));
  return { things, statements };
}

/** @param {unknown} value */
function csvCell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text; // a spreadsheet must not take a name for a formula
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const CSV_COLUMNS = ["id", "type", "subject", "wording", "object", "value", "unit", "period", "meant", "confidence", "section", "sentence", "evidence"];

/** @param {Statement} one */
function csvRow(one) {
  const { subject, wording, object } = partsOf(one);
  const figure = one.type === "figure" ? /** @type {Figure} */ (one) : null;
  const action = one.type === "plan" || one.type === "result" ? /** @type {import("./data.js").Action} */ (one) : null;
  return [
    data.base + one.id, TYPE_NAMES[one.type], subject, wording, figure ? statedOf(figure) : object, figure?.value, figure?.unit,
    figure?.period ?? (action ? action.due || action.period : ""), MODALITY_NAMES[one.modality] ?? one.modality, one.confidence,
    cardsOf(one).map(sectionName).join("; "), one.marks.map(([at]) => data.sentences[at].text).join(" … "), one.evidence.join(" "),
  ];
}

/** @param {Statement[]} statements */
export function csvOf(statements) {
  return [CSV_COLUMNS, ...statements.map(csvRow)].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/** @param {{things: Thing[], statements: Statement[]}} shown */
export function jsonOf({ things, statements }) {
  const value = {
    sources: data.sources,
    things: things.map(({ id, label, aliases, kind, cls, description }) => ({ iri: data.base + id, label, aliases, kind, class: cls, description })),
    facts: statements.map((one) => ({
      iri: data.base + one.id, type: one.type, ...partsOf(one), things: one.things.map((at) => data.base + data.things[at].id),
      modality: one.modality, confidence: one.sure,
      sentences: one.marks.map(([at, start, end]) => ({ text: data.sentences[at].text, start, end })), evidence: one.evidence,
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @param {string} kind */
function fileName(kind) {
  const source = data.sources[0]?.id ?? "graph";
  return `${source}-${getState().view}.${kind}`;
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce(`Saved ${name}`);
}

/** The picture on show as one SVG: the drawing, or the charts one above the other; null in a view without one. */
export function svgNow() {
  const view = getState().view;
  if (view === "graph") {
    const now = currentDrawing();
    return now ? drawingSvg(now.scene, titleOfPicture()) : null;
  }
  if (view !== "figures") return null;
  const colours = themeColours();
  const charts = [...document.querySelectorAll("#view-figures table.bars")].map((table) =>
    chartSvg(/** @type {HTMLElement} */ (table), { ...colours, fill: colours.metric }));
  return charts.length ? stack(charts) : null;
}

/** @param {SVGElement[]} charts */
function stack(charts) {
  let top = 0;
  for (const chart of charts) {
    chart.setAttribute("y", String(top));
    top += Number(chart.getAttribute("height"));
  }
  return svg("svg", { width: 900, height: top, viewBox: `0 0 900 ${top}` }, charts);
}

function titleOfPicture() {
  const source = data.sources[0];
  return source ? `${source.title} – ${byId("graph-caption").querySelector("span")?.textContent}` : "";
}

/** @param {SVGElement} picture */
function svgText(picture) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/**
 * The picture twice as large, as a PNG.
 * @param {SVGElement} picture
 * @returns {Promise<Blob>}
 */
async function pngOf(picture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height, 1));
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}

/** @type {Record<string, () => Promise<Blob | null>>} */
const WRITERS = {
  ttl: async () => new Blob([await turtleOf(shownNow().things, shownNow().statements)], { type: "text/turtle" }),
  csv: async () => new Blob(["\ufeff", csvOf(shownNow().statements)], { type: "text/csv" }),
  json: async () => new Blob([jsonOf(shownNow())], { type: "application/json" }),
  svg: async () => {
    const picture = svgNow();
    return picture && new Blob([svgText(picture)], { type: "image/svg+xml" });
  },
  png: async () => {
    const picture = svgNow();
    return picture && pngOf(picture);
  },
};

/** @type {Array<[string, string, string]>} */
const CHOICES = [
  ["ttl", "Turtle", "the graph itself, for Protégé, GraphDB, a notebook"],
  ["csv", "CSV", "the facts as a table"],
  ["json", "JSON", "things, facts and sentences"],
  ["svg", "SVG picture", "of the graph or the charts"],
  ["png", "PNG picture", "of the graph or the charts"],
];

/** @param {import("./state.js").State} state */
export function renderExports(state) {
  const pictures = state.view === "graph" || state.view === "figures";
  const choices = CHOICES.filter(([kind]) => (pictures || (kind !== "svg" && kind !== "png")) && (kind !== "ttl" || data.turtle));
  replace(byId("export-list"), choices.map(([kind, name, what]) => h("li", {},
    h("button", { data: { export: kind, key: `export:${kind}` }, on: { click: () => run(kind) } }, h("strong", {}, name), h("span.meta", {}, what)))));
}

/** @param {string} kind */
async function run(kind) {
  const blob = await WRITERS[kind]();
  if (blob) save(blob, fileName(kind));
  else announce("There is no picture here to save");
  byId("export").removeAttribute("open");
}

/** Draws the graph for the printer, which would get the canvas as it happens to lie, and opens its list. */
export function bindPrint() {
  addEventListener("beforeprint", () => {
    replace(byId("print-drawing"), getState().view === "graph" && svgNow());
    document.querySelector(".listing")?.setAttribute("open", "");
  });
}
