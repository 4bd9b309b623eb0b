/** The panel beside every view: the facts of the selected thing, or one fact whole, each with its sentence. */

import { cardsOf, data, figureName, labelOf, partsOf, sectionName, sentenceOf, statedOf, TYPE_NAMES } from "./data.js";
import { announce, byId, counted, h, replace } from "./dom.js";
import { copyText, copyTurtle } from "./clipboard.js";
import { kindIcon } from "./marks.js";
import { statementPasses } from "./filters.js";
import { meaning, quotes } from "./quotes.js";
import { getState, hrefOf, update } from "./state.js";

/** @typedef {import("./data.js").Thing} Thing */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./data.js").Fact} Fact */
/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./data.js").Action} Action */

const FEW_SECTIONS = 4;
const FIRST = 12; // statements of a group shown before "Show all"

/**
 * A link that selects a thing.
 * @param {number} index
 * @param {{icon?: boolean}} [options]
 */
export function thingLink(index, { icon = true } = {}) {
  const thing = data.things[index];
  return h("a", { class: "thing", href: hrefOf({ thing: thing.id, statement: "" }), data: { key: `thing:${thing.id}` } },
    icon ? kindIcon(thing.kind) : null, thing.label);
}

/**
 * A link that opens one statement.
 * @param {Statement} statement
 * @param {string} [label]
 */
export function statementLink(statement, label = "Details") {
  return h("a", {
    class: "more", href: hrefOf({ statement: statement.id }), "aria-label": `${label}: ${sentenceOf(statement)}`,
    data: { key: `statement:${statement.id}` },
  }, label);
}

/**
 * How a statement reads from one of its things.
 * @param {Statement} statement
 * @param {number} from
 * @returns {Array<Node | string>}
 */
function headline(statement, from) {
  if (statement.type === "relation") {
    const fact = /** @type {Fact} */ (statement);
    const outgoing = fact.subject === from;
    return [`${outgoing ? fact.predicate : fact.inverse} `, thingLink(outgoing ? fact.object : fact.subject)];
  }
  if (statement.type === "figure") {
    const figure = /** @type {Figure} */ (statement);
    const name = figure.indicator === from ? figure.kind : figureName(figure);
    return [h("strong", {}, statedOf(figure)), ` ${name}, ${figure.period}`];
  }
  const action = /** @type {Action} */ (statement);
  const rest = action.acts_on.filter((at) => at !== from);
  return [
    action.actors.includes(from) ? "" : `${action.actors.map(labelOf).join(", ")}: `,
    h("strong", {}, action.action),
    rest.length ? " " : ` ${action.description}`,
    ...rest.flatMap((at, n) => [n ? ", " : "", thingLink(at)]),
    action.due ? ` – due ${action.due}` : "",
  ];
}

/**
 * @param {Statement} statement
 * @param {number} from
 */
function item(statement, from) {
  return h("li", { class: statement.modality === "planned" ? "said planned" : "said" },
    h("p", { class: "headline" }, headline(statement, from)),
    quotes(statement),
    h("p", { class: "meta" }, meaning(statement), " ", statementLink(statement)));
}

/** @type {Set<string>} groups whose whole list a reader asked for */
const whole = new Set();

/**
 * @param {string} title
 * @param {Statement[]} statements
 * @param {Thing} thing
 */
function group(title, statements, thing) {
  if (!statements.length) return null;
  const key = `${thing.id} ${title}`;
  const shown = whole.has(key) ? statements : statements.slice(0, FIRST);
  const rest = statements.length - shown.length;
  return h("section", { class: "group" },
    h("h3", {}, title, " ", h("span", { class: "count" }, String(statements.length))),
    h("ul", { class: "plain" }, shown.map((statement) => item(statement, thing.index))),
    rest > 0 && h("button", {
      type: "button", class: "link", data: { key: `whole:${key}` },
      on: { click: () => { whole.add(key); renderPanel(getState(), { keepFocus: true }); } },
    }, `Show ${rest} more`));
}

/** @param {Thing} thing */
function renderThing(thing) {
  const state = getState();
  const all = data.ofThing[thing.index];
  const shown = all.filter((one) => statementPasses(one, { ...state, kinds: [], classes: [] }));
  const hidden = all.length - shown.length;
  const of = (/** @type {string} */ type) => shown.filter((one) => one.type === type);
  return [
    heading(kindIcon(thing.kind), thing.label),
    h("p", { class: "meta" }, `${thing.cls} · ${counted(all.length, "fact")}`),
    thing.description && h("p", {}, thing.description),
    thing.aliases.length > 0 && h("p", { class: "meta" }, `Also called ${thing.aliases.join("; ")}`),
    thing.traits.length > 0 && h("p", { class: "meta" }, thing.traits.map(([wording, value]) => `${wording}: ${value}`).join(" · ")),
    sectionLinks(cardsOf(thing)),
    h("div", { class: "buttons" },
      h("a", { class: "button", href: hrefOf({ view: "graph", map: false, thing: thing.id, statement: "", path: "" }), data: { key: "focus" } }, "See it in the graph"),
      copyButtons(() => copyTurtle([thing], all))),
    hidden > 0 && h("p", { class: "note" }, `${counted(hidden, "fact")} of it hidden by the filters.`),
    all.length === 0 && h("p", { class: "note" }, "The report names it and says nothing more about it."),
    group("Relations", of("relation"), thing),
    group("Figures", of("figure"), thing),
    group("Plans", of("plan"), thing),
    group("Results", of("result"), thing),
  ];
}

/** @param {number[]} sections */
function sectionLinks(sections) {
  const links = sections.flatMap((at, n) => [n ? ", " : "", h("a", { href: hrefOf({ view: "overview", sections: [String(at)] }) }, sectionName(at))]);
  if (!sections.length) return null;
  if (sections.length <= FEW_SECTIONS) return h("p", { class: "meta" }, "In ", links);
  return h("details", { class: "meta" }, h("summary", { data: { key: "sections" } }, `In ${sections.length} sections`), links);
}

/**
 * @param {Node | null} icon
 * @param {string} text
 */
function heading(icon, text) {
  return h("h2", { id: "panel-title", tabindex: "-1" }, icon, text);
}

/** @param {() => void} turtle */
function copyButtons(turtle) {
  return [
    h("button", { type: "button", class: "button", data: { key: "copy-link" }, on: { click: () => copyText(location.href, "Link") } }, "Copy link"),
    data.turtle && h("button", { type: "button", class: "button", data: { key: "copy-turtle" }, on: { click: turtle } }, "Copy as Turtle"),
  ];
}

/**
 * @param {string} term
 * @param {...(Node | string | null | Array<Node | string>)} value
 */
function row(term, ...value) {
  return [h("dt", {}, term), h("dd", {}, ...value)];
}

/** @param {number[]} indexes */
function thingList(indexes) {
  return indexes.flatMap((at, n) => [n ? ", " : "", thingLink(at)]);
}

/** @param {Statement} statement */
function details(statement) {
  if (statement.type === "relation") {
    const fact = /** @type {Fact} */ (statement);
    return [row("From", thingLink(fact.subject)), row("Relation", fact.predicate), row("To", thingLink(fact.object))];
  }
  if (statement.type === "figure") {
    const figure = /** @type {Figure} */ (statement);
    return [
      row("Figure of", thingLink(figure.indicator)),
      figure.breakdown.length ? row("Only for", thingList(figure.breakdown)) : [],
      row("Value", h("strong", {}, statedOf(figure))),
      row("In base units", `${Number(figure.value).toLocaleString("en", { maximumFractionDigits: 6 })}${figure.unit === "number" ? "" : ` ${figure.unit}`}`),
      row("Kind", figure.kind),
      row("Period", figure.period + (figure.base_period ? `, against ${figure.base_period}` : "")),
      row("Whose", thingLink(figure.agent)),
      figure.result_of === null ? [] : row("Result of", thingLink(figure.result_of)),
    ];
  }
  const action = /** @type {Action} */ (statement);
  return [
    row("Who", action.actors.length ? thingList(action.actors) : "nobody named"),
    row("Does", action.action),
    action.acts_on.length ? row("About", thingList(action.acts_on)) : [],
    row("In its words", action.description),
    action.period ? row("Period", action.period) : [],
    action.due ? row("Due", `${action.due}${action.due_basis === "stated" ? "" : " (taken from the year of the report)"}`) : [],
    action.target ? row("Target", action.target, action.target_indicator === null ? "" : [" – ", thingLink(action.target_indicator)]) : [],
    action.continues && data.statementById.has(action.continues)
      ? row("Goes on from", statementLink(/** @type {Statement} */ (data.statementById.get(action.continues)), "an earlier result"))
      : [],
  ];
}

/** @param {Statement} statement */
function disagreements(statement) {
  return data.discrepancies
    .filter((one) => one.figures.includes(statement.id))
    .map((one) => h("div", { class: "note warning" }, h("strong", {}, `Disagreement: ${one.type}. `), one.comment));
}

/** @param {Statement} statement */
function renderStatement(statement) {
  const { subject } = partsOf(statement);
  const things = statement.things.map((at) => data.things[at]);
  const report = [sentenceOf(statement), ...statement.marks.map(([at]) => data.sentences[at].text), statement.id, location.href];
  return [
    heading(null, statement.type === "relation" ? sentenceOf(statement) : subject),
    h("p", { class: "meta" }, `${TYPE_NAMES[statement.type]} · ${meaning(statement)}`),
    disagreements(statement),
    h("dl", { class: "details" }, details(statement)),
    h("h3", {}, statement.marks.length ? "Where the report says it" : "Worked out from other figures"),
    quotes(statement, { wide: true }),
    h("div", { class: "buttons" },
      copyButtons(() => copyTurtle(things, [statement])),
      h("button", { type: "button", class: "button", data: { key: "copy-error" }, on: { click: () => copyText(report.join("\n"), "Fact, sentence and link") } }, "Copy to report an error")),
  ];
}

/** @param {string} id */
function renderUnknown(id) {
  return [heading(null, "Not in this report"), h("p", {}, `Nothing here has the name “${id}”. The link may come from another report.`)];
}

/**
 * Shows what the state selects, and moves the focus to its heading when the reader chose it.
 * @param {import("./state.js").State} state
 * @param {{keepFocus?: boolean}} [options]
 */
export function renderPanel(state, { keepFocus = false } = {}) {
  const panel = byId("panel");
  const chosen = state.statement || state.thing;
  panel.hidden = !chosen;
  document.body.classList.toggle("with-panel", Boolean(chosen));
  const body = byId("panel-body");
  if (!chosen) return replace(body);
  const statement = data.statementById.get(state.statement);
  const thing = data.thingById.get(state.thing);
  const back = statement && thing
    ? h("p", { class: "back" }, h("a", { href: hrefOf({ statement: "" }), data: { key: "back" } }, `‹ ${thing.label}`))
    : null;
  const content = state.statement
    ? statement ? renderStatement(statement) : renderUnknown(state.statement)
    : thing ? renderThing(thing) : renderUnknown(state.thing);
  replace(body, back, content);
  if (keepFocus) return;
  body.scrollTop = 0;
  const title = byId("panel-title");
  title.focus({ preventScroll: !narrow() });
  announce(`${title.textContent}, selected`);
}

/** Whether the page is in one column, so that the panel stands apart from what was clicked. */
function narrow() {
  return matchMedia("(max-width: 900px)").matches;
}

/** Ties the panel's own buttons. */
export function bindPanel() {
  byId("panel-close").addEventListener("click", () => update({ thing: "", statement: "" }));
}
