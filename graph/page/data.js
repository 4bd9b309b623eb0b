/** The graph as the page holds it: tables out of the JSON blocks, and the indexes that views read. */

import { readBlock } from "./pack.js";

/**
 * @typedef {"agency" | "operation" | "programme" | "agreement" | "metric" | "other"} Kind
 * @typedef {[sentence: number, start: number, end: number]} Mark
 * @typedef {{id: string, title: string, agency: string, period: string, file: string, sha256: string}} Source
 * @typedef {{source: number, number: string, title: string, parent: number | null}} Section
 * @typedef {{source: number, section: number | null, text: string, offset: number, linked: boolean, page: number | null}} Sentence
 * @typedef {{id: string, label: string, aliases: string[], kind: Kind, cls: string, description: string,
 *   traits: Array<[string, string]>, sections: number[], marks: Mark[], links: number, x: number, y: number, index: number}} Thing
 * @typedef {{id: string, modality: string, confidence: string, evidence: string[], marks: Mark[],
 *   sections: number[], type: "relation" | "figure" | "result" | "plan", sure: number, things: number[],
 *   row: number}} Basis
 * @typedef {Basis & {subject: number, predicate: string, inverse: string, object: number}} Fact
 * @typedef {Basis & {indicator: number, agent: number, result_of: number | null, breakdown: number[],
 *   period: string, kind: string, measure: string, value: string, unit: string, stated: string,
 *   qualifier: string, base_period: string, source: number}} Figure
 * @typedef {Basis & {planned: boolean, actors: number[], action: string, acts_on: number[], description: string,
 *   period: string, due: string, due_by: string, due_basis: string, target: string,
 *   target_indicator: number | null, continues: string, source: number, outcomes: Array<[verdict: string, marks: Mark[]]>}} Action
 * @typedef {Fact | Figure | Action} Statement
 * @typedef {{id: string, type: string, difference: string, comment: string, involves: string[]}} Discrepancy
 * @typedef {{id: string, from: number, to: number, label: string, dashes: boolean, statement: string}} Edge
 * @typedef {{columns: string[], rows: unknown[][]}} Table
 */

/** @type {Kind[]} */
export const KINDS = ["agency", "operation", "programme", "agreement", "metric", "other"];

/** @type {Record<Kind, string>} */
export const KIND_NAMES = {
  agency: "Agencies",
  operation: "Operations",
  programme: "Programmes",
  agreement: "Agreements",
  metric: "Metrics",
  other: "Other things",
};

/** @type {Record<Kind, [one: string, many: string]>} */
export const KIND_WORDS = {
  agency: ["agency", "agencies"],
  operation: ["operation", "operations"],
  programme: ["programme", "programmes"],
  agreement: ["agreement", "agreements"],
  metric: ["metric", "metrics"],
  other: ["other thing", "other things"],
};

/** @type {Record<string, string>} */
export const MODALITY_NAMES = {
  actual: "Happened",
  standing: "Holds generally",
  planned: "Planned",
  normative: "Required",
};

/** @type {Record<string, string>} */
export const TYPE_NAMES = { relation: "Relation", figure: "Figure", result: "Result", plan: "Plan" };

/** The measures that are changes in percent. */
export const CHANGES = ["yoy-percent", "change-percent"];

/**
 * @param {Table} table
 * @returns {any[]}
 */
function decode(table) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((name, at) => [name, row[at]])));
}

/**
 * @param {number[]} things
 * @returns {number[]}
 */
function unique(things) {
  return [...new Set(things)];
}

/**
 * All statements in the order of the text, those worked out from others last.
 * @param {any} raw
 * @returns {Statement[]}
 */
function readStatements(raw) {
  const facts = decode(raw.facts).map((fact) => ({ ...fact, type: "relation", things: [fact.subject, fact.object] }));
  const figures = decode(raw.figures).map((figure) => ({
    ...figure,
    type: "figure",
    things: [figure.indicator, figure.agent, ...figure.breakdown].concat(figure.result_of ?? []),
  }));
  const actions = decode(raw.actions).map((action) => ({
    ...action,
    type: action.planned ? "plan" : "result",
    things: [...action.actors, ...action.acts_on].concat(action.target_indicator ?? []),
  }));
  const at = (/** @type {any} */ one) => (one.marks.length ? one.marks[0][0] * 1e5 + one.marks[0][1] : Infinity);
  const inOrder = [...facts, ...figures, ...actions].sort((a, b) => at(a) - at(b) || 0);
  return inOrder.map((statement, row) => ({
    ...statement,
    row,
    sure: Number(statement.confidence),
    evidence: statement.evidence.map((/** @type {string} */ one) => raw.evidence_base + one),
    things: unique(statement.things),
  }));
}

/**
 * What is written along a line of the drawing.
 * @param {Statement} statement
 */
function lineLabel(statement) {
  if (statement.type === "relation") return /** @type {Fact} */ (statement).predicate;
  return statement.type === "figure" ? statedOf(/** @type {Figure} */ (statement)) : /** @type {Action} */ (statement).action;
}

/**
 * The sections that get a card: the outermost ones, or their parts when one section holds the whole report.
 * @param {Section[]} sections
 * @param {number} sources
 */
function findCards(sections, sources) {
  const tops = sections.map((_, at) => at).filter((at) => sections[at].parent === null);
  if (tops.length > sources) return tops;
  const parts = sections.map((_, at) => at).filter((at) => tops.includes(sections[at].parent ?? -1));
  return parts.length ? parts : tops;
}

/**
 * @param {any} raw  the graph's tables
 * @param {any} network  what pyvis holds
 */
function readData(raw, network) {
  const things = /** @type {Thing[]} */ (decode(raw.things).map((thing, index) => ({ ...thing, index })));
  const sections = /** @type {Section[]} */ (decode(raw.sections));
  const sources = /** @type {Source[]} */ (decode(raw.sources));
  const statements = readStatements(raw);
  const ofThing = /** @type {Statement[][]} */ (things.map(() => []));
  for (const statement of statements) for (const thing of statement.things) ofThing[thing].push(statement);
  const statementById = new Map(statements.map((statement) => [statement.id, statement]));
  const edges = /** @type {Edge[]} */ (network.edges);
  for (const edge of edges) edge.label = lineLabel(/** @type {Statement} */ (statementById.get(edge.statement)));
  const edgesOf = /** @type {Edge[][]} */ (things.map(() => []));
  for (const edge of edges) {
    edgesOf[edge.from].push(edge);
    edgesOf[edge.to].push(edge);
  }
  const cards = findCards(sections, sources.length);
  return {
    base: /** @type {string} */ (raw.base),
    turtle: /** @type {string} */ (raw.turtle ?? ""),
    sources,
    sections,
    cards,
    sentences: /** @type {Sentence[]} */ (decode(raw.sentences)),
    things,
    statements,
    facts: /** @type {Fact[]} */ (statements.filter((one) => one.type === "relation")),
    figures: /** @type {Figure[]} */ (statements.filter((one) => one.type === "figure")),
    actions: /** @type {Action[]} */ (statements.filter((one) => one.type === "result" || one.type === "plan")),
    discrepancies: /** @type {Discrepancy[]} */ (decode(raw.discrepancies)),
    network,
    edges,
    edgesOf,
    ofThing,
    thingById: new Map(things.map((thing) => [thing.id, thing])),
    statementById,
  };
}

/** The graph of this page, once `loadData` has read it. */
export const data = /** @type {ReturnType<typeof readData>} */ ({});

/** Reads the page's blocks into `data`. */
export async function loadData() {
  Object.assign(data, readData(await readBlock("kg"), await readBlock("kg-network")));
}

/**
 * The card section that holds a section, or null for none.
 * @param {number | null} section
 * @returns {number | null}
 */
export function cardOf(section) {
  let at = section;
  while (at !== null && !data.cards.includes(at)) at = data.sections[at].parent;
  return at;
}

/**
 * The card sections of a thing or statement, in order.
 * @param {{sections: number[]}} holder
 */
export function cardsOf(holder) {
  return unique(holder.sections.map(cardOf).filter((at) => at !== null).map(Number));
}

/** @param {number} at */
export function sectionName(at) {
  const { number, title } = data.sections[at];
  return [number, title].filter(Boolean).join(" ") || "Untitled";
}

/** @param {number} index */
export function labelOf(index) {
  return data.things[index].label;
}

/**
 * A statement as three parts for people: who or what, how, and what.
 * @param {Statement} statement
 * @returns {{subject: string, wording: string, object: string}}
 */
export function partsOf(statement) {
  if (statement.type === "relation") {
    const fact = /** @type {Fact} */ (statement);
    return { subject: labelOf(fact.subject), wording: fact.predicate, object: labelOf(fact.object) };
  }
  if (statement.type === "figure") {
    const figure = /** @type {Figure} */ (statement);
    return { subject: figureName(figure), wording: figure.kind, object: statedOf(figure) };
  }
  const action = /** @type {Action} */ (statement);
  return {
    subject: action.actors.map(labelOf).join(", ") || "Nobody named",
    wording: action.action,
    object: action.acts_on.map(labelOf).join(", ") || action.description,
  };
}

/**
 * @param {Figure} figure
 */
export function figureName(figure) {
  const parts = figure.breakdown.map(labelOf);
  return parts.length ? `${labelOf(figure.indicator)} (${parts.join(", ")})` : labelOf(figure.indicator);
}

/** @type {Record<string, string>} */
const QUALIFIERS = {
  around: "around",
  over: "over",
  under: "under",
  "at-least": "at least",
  "at-most": "at most",
  nearly: "nearly",
};

/** @type {Record<string, string>} */
const SCALES = { 1000: "thousand", 1000000: "million", 1000000000: "billion", 1000000000000: "trillion" };

/**
 * The scale of a bare number that stands elsewhere, as in the head of its table; empty when there is none.
 * @param {Figure} figure
 */
function scaleOf({ stated, value }) {
  const [number] = stated.replaceAll(",", "").match(/\d+(\.\d+)?$/) ?? [];
  const scale = number && SCALES[String(Math.round(Math.abs(Number(value)) / Number(number)))];
  return scale ? ` (${scale})` : "";
}

/**
 * The figure as the report has it, its qualifier before it, a scale that stands elsewhere after it; a fall says so.
 * @param {Figure} figure
 */
export function statedOf(figure) {
  const qualifier = QUALIFIERS[figure.qualifier];
  const said = !qualifier || figure.stated.toLowerCase().startsWith(qualifier);
  const whole = (said ? figure.stated : `${qualifier} ${figure.stated}`) + scaleOf(figure);
  return figure.value.startsWith("-") && !/[-−–]\s?\d|down|fall|fell|drop|decreas|less|cut/i.test(whole) ? `down ${whole}` : whole;
}

/**
 * The statement in one line.
 * @param {Statement} statement
 */
export function sentenceOf(statement) {
  const { subject, wording, object } = partsOf(statement);
  return statement.type === "figure" ? `${subject}: ${object}` : `${subject} – ${wording} – ${object}`;
}
