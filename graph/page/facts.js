/** Every fact in one table: relations, figures, results and plans, each with its sentence. */

import { MODALITY_NAMES, TYPE_NAMES, cardsOf, data, partsOf, sectionName } from "./data.js";
import { counted, h, replace } from "./dom.js";
import { statementPasses } from "./filters.js";
import { markedText } from "./quotes.js";
import { sortRows, sortableTable } from "./tables.js";
import { choosing, hrefOf } from "./state.js";

/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./state.js").State} State */

/** @param {Statement} one */
function said(one) {
  if (!one.marks.length) return "(worked out from other figures)";
  const more = one.marks.length - 1;
  return more ? [...markedText(one.marks[0]), h("span.meta", {}, ` and ${counted(more, "more place")}`)] : markedText(one.marks[0]);
}

/** @param {Statement} one */
function sections(one) {
  return cardsOf(one).map(sectionName).join("; ");
}

/** @type {import("./tables.js").Column<Statement>[]} */
export const COLUMNS = [
  { name: "Who or what", key: "subject", sort: (one) => partsOf(one).subject, cell: (one) => h("a", { href: hrefOf({ statement: one.id }), title: one.id, data: { key: `row:${one.id}`, id: one.id } }, partsOf(one).subject) },
  { name: "How", key: "wording", sort: (one) => partsOf(one).wording, cell: (one) => partsOf(one).wording },
  { name: "What", key: "object", sort: (one) => partsOf(one).object, cell: (one) => h("span.clamp.four", {}, partsOf(one).object) },
  { name: "Type", key: "type", sort: (one) => TYPE_NAMES[one.type], cell: (one) => TYPE_NAMES[one.type] },
  { name: "Meant", key: "meant", sort: (one) => one.modality, cell: (one) => MODALITY_NAMES[one.modality] ?? one.modality },
  { name: "Sure", key: "sure", number: true, sort: (one) => one.sure, cell: (one) => `${Math.round(one.sure * 100)} %` },
  { name: "Section", key: "section", sort: (one) => cardsOf(one)[0] ?? -1, cell: sections },
  { name: "Sentence", key: "sentence", sort: (one) => one.row, cell: said },
];

/**
 * The statements that pass, in the order of the table.
 * @param {State} state
 */
export function passingStatements(state) {
  const passing = data.statements.filter((one) => statementPasses(one, state));
  return sortRows(passing, COLUMNS, state.sort || "sentence");
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
export function renderFacts(root, state) {
  const passing = data.statements.filter((one) => statementPasses(one, state));
  const unsaid = data.things.filter((thing) => !data.ofThing[thing.index].length);
  replace(root,
    h("h2", {}, `${counted(passing.length, "fact")}`, h("span.meta", {}, passing.length < data.statements.length ? ` of ${data.statements.length}` : "")),
    passing.length ? sortableTable(passing, COLUMNS, state, { caption: "All facts", fallback: "sentence" }) : h("p.note", {}, "No fact passes the filters."),
    unsaid.length > 0 && h("section", {}, h("h2", {}, `${counted(unsaid.length, "thing")} named, with nothing more said`),
      h("ul.columns", {}, unsaid.map((thing) => h("li", {}, h("a", { href: hrefOf(choosing(thing.id)), data: { id: thing.id } }, thing.label))))));
}
