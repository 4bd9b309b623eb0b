/** The figures: what disagrees side by side, charts where figures can be compared, and the table of all. */

import { CHANGES, cardsOf, data, figureName, labelOf, sectionName, statedOf } from "./data.js";
import { counted, h, replace } from "./dom.js";
import { statementPasses } from "./filters.js";
import { barChart } from "./charts.js";
import { disagreements } from "./disagreements.js";
import { thingLink } from "./links.js";
import { sortableTable } from "./tables.js";
import { hrefOf } from "./state.js";

/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./state.js").State} State */

const SHORT_ROW = 110; // characters of a sentence that looks like a row of a table
const LEAST_ROWS = 4;

/** @param {Figure} figure */
function isRow(figure) {
  const sentence = data.sentences[figure.marks[0]?.[0] ?? -1];
  return sentence !== undefined && sentence.text.length <= SHORT_ROW && !/[.!?]$/.test(sentence.text);
}

/**
 * The sections that are tables of figures: most of their figures stand in rows of their own.
 * @param {Figure[]} figures
 * @returns {Array<[number, Figure[]]>}
 */
function statisticsTables(figures) {
  return data.cards
    .map((at) => /** @type {[number, Figure[]]} */ ([at, figures.filter((one) => cardsOf(one).includes(at))]))
    .map(([at, own]) => /** @type {[number, Figure[], number]} */ ([at, own.filter((one) => one.measure === "level" && isRow(one)), own.length]))
    .filter(([, rows, all]) => rows.length >= LEAST_ROWS && rows.length * 2 >= all)
    .map(([at, rows]) => [at, rows]);
}

/**
 * @param {Figure[]} figures
 * @returns {Map<string, Figure[]>} by unit, the unit with most figures first
 */
function byUnit(figures) {
  /** @type {Map<string, Figure[]>} */
  const units = new Map();
  for (const figure of figures) units.set(figure.unit, [...(units.get(figure.unit) ?? []), figure]);
  return new Map([...units].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)));
}

/** @param {Figure} figure */
function bar(figure) {
  const usual = data.sources[figure.source].period;
  const note = [
    figure.base_period && `against ${figure.base_period}`,
    figure.period !== usual && figure.period,
    figure.result_of !== null && `result of ${labelOf(figure.result_of)}`,
  ];
  return { label: figureName(figure), value: Number(figure.value), text: statedOf(figure), href: hrefOf({ statement: figure.id }), id: figure.id, note: note.filter(Boolean).join(", ") };
}

/**
 * @param {string} title
 * @param {string} note
 * @param {Array<Node | null>} charts
 */
function block(title, note, charts) {
  return h("section.chart-block", {}, h("h2", {}, title), h("p.meta", {}, note), charts);
}

/** @param {string} unit */
function unitTitle(unit) {
  return unit === "number" ? "Counts" : `In ${unit}`;
}

/**
 * The rows of a table of the report, a chart for each unit; a unit with one row has nothing to be compared with.
 * @param {[number, Figure[]]} table
 */
function tableBlock([at, rows]) {
  const units = [...byUnit(rows)];
  const charts = units.filter(([, own]) => own.length > 1)
    .map(([unit, own]) => barChart(own.map(bar), { title: unitTitle(unit), id: `table-${at}-${unit}` }));
  const alone = units.filter(([, own]) => own.length === 1).flatMap(([, own]) => own);
  return block(sectionName(at), `${counted(rows.length, "row")} of the report’s own table; bars are to scale within a unit.`,
    [...charts, alone.length ? barChart(alone.map(bar), { title: charts.length ? "In other units" : "In units of their own", id: `table-${at}-other`, bars: false }) : null]);
}

function columns() {
  return [
    { name: "Figure", key: "figure", sort: (/** @type {Figure} */ one) => figureName(one), cell: (/** @type {Figure} */ one) => h("a", { href: hrefOf({ statement: one.id }), key: `row:${one.id}` }, figureName(one)) },
    { name: "Value", key: "value", number: true, sort: (/** @type {Figure} */ one) => Number(one.value), cell: (/** @type {Figure} */ one) => statedOf(one) },
    { name: "Unit", key: "unit", sort: (/** @type {Figure} */ one) => one.unit, cell: (/** @type {Figure} */ one) => one.unit },
    { name: "Kind", key: "kind", sort: (/** @type {Figure} */ one) => one.kind, cell: (/** @type {Figure} */ one) => one.kind },
    { name: "Period", key: "period", sort: (/** @type {Figure} */ one) => one.period, cell: (/** @type {Figure} */ one) => one.period + (one.base_period ? ` against ${one.base_period}` : "") },
    { name: "Whose, or result of", key: "whose", sort: (/** @type {Figure} */ one) => data.things[one.result_of ?? one.agent].label, cell: (/** @type {Figure} */ one) => thingLink(one.result_of ?? one.agent) },
    { name: "Section", key: "section", sort: (/** @type {Figure} */ one) => cardsOf(one)[0] ?? -1, cell: (/** @type {Figure} */ one) => cardsOf(one).map(sectionName).join("; ") },
  ];
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
export function renderFigures(root, state) {
  const figures = data.figures.filter((one) => statementPasses(one, state));
  const changes = figures.filter((one) => CHANGES.includes(one.measure));
  const shares = figures.filter((one) => one.measure === "share");
  replace(root,
    h("h2.hidden-text", {}, "Figures"),
    !figures.length && h("p.note", {}, "No figure passes the filters."),
    statisticsTables(figures).map(tableBlock),
    changes.length > 0 && block("Changes", "In percent; against the year before unless it says otherwise.", [barChart(changes.map(bar), { title: "Changes in percent", id: "changes" })]),
    shares.length > 0 && block("Shares", "In percent of the whole.", [barChart(shares.map(bar), { title: "Shares in percent", id: "shares", whole: 100 })]),
    disagreements(),
    figures.length > 0 && h("section.chart-block", {}, h("h2", {}, `All ${counted(figures.length, "figure")}`),
      sortableTable(figures, columns(), state, { caption: "All figures", fallback: "figure" })));
}
