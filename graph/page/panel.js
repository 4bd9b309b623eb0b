/** The panel beside every view: the facts of the selected thing, or one fact whole, each with its sentence. */

import { cardsOf, data, figureName, labelOf, partsOf, sectionName, sentenceOf, statedOf, TYPE_NAMES } from "./data.js";
import { announce, byId, counted, h, replace } from "./dom.js";
import { copyText, copyTurtle } from "./clipboard.js";
import { statementLink, thingLink, thingList } from "./links.js";
import { kindIcon } from "./marks.js";
import { statementPasses } from "./filters.js";
import { meaning, quotes } from "./quotes.js";
import { centring, choosing, getState, hrefOf, update } from "./state.js";
import { overTime } from "./trend.js";

/** @typedef {import("./data.js").Thing} Thing */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./data.js").Fact} Fact */
/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./data.js").Action} Action */

const FEW_SECTIONS = 4;
const FIRST = 12; // statements of a group shown before "Show all"

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
  const done = rest.length ? [h("strong", {}, action.action), " ", ...thingList(rest)] : [action.description];
  return [
    action.actors.includes(from) || !action.actors.length ? "" : `${action.actors.map(labelOf).join(", ")}: `,
    ...done,
    action.due ? ` – due ${action.due}` : "",
  ];
}

/**
 * @param {Statement} statement
 * @param {number} from
 */
function item(statement, from) {
  return h("li", { class: statement.modality === "planned" ? "said planned" : "said" },
    h("p.headline", {}, headline(statement, from)),
    quotes(statement),
    h("p.meta", {}, meaning(statement), " ", statementLink(statement)));
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
  return h("section.group", {},
    h("h3", {}, title, " ", h("span.count", {}, String(statements.length))),
    h("ul.plain", {}, shown.map((statement) => item(statement, thing.index))),
    rest > 0 && h("button.link", {
      key: `whole:${key}`,
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
    h("p.meta", {}, `${thing.cls} · ${counted(all.length, "fact")}`),
    thing.description && h("p", {}, thing.description),
    thing.aliases.length > 0 && h("p.meta", {}, `Also called ${thing.aliases.join("; ")}`),
    thing.traits.length > 0 && h("p.meta", {}, thing.traits.map(([wording, value]) => `${wording}: ${value}`).join(" · ")),
    sectionLinks(cardsOf(thing)),
    h("div.buttons", {},
      focusLink(thing, state),
      copyButtons(() => copyTurtle([thing], all))),
    hidden > 0 && h("p.note", {}, `${counted(hidden, "fact")} of it hidden by the filters.`),
    all.length === 0 && h("p.note", {}, "The report names it and says nothing more about it."),
    overTime(thing, shown),
    group("Relations", of("relation"), thing),
    group("Figures", of("figure"), thing),
    group("Plans", of("plan"), thing),
    group("Results", of("result"), thing),
  ];
}

/**
 * The link that draws the graph round a thing, where it is not drawn so already.
 * @param {Thing} thing
 * @param {import("./state.js").State} state
 */
function focusLink(thing, state) {
  const drawn = state.view === "graph";
  if (drawn && !state.map && !state.path && (!state.middle || state.middle === thing.id)) return null;
  return h("a.button", { href: hrefOf({ ...centring(thing.id), view: "graph" }), key: "focus" },
    drawn ? "Put it in the middle" : "See it in the graph");
}

/**
 * All that is said of two things together.
 * @param {Thing} thing
 * @param {Thing} other
 */
function renderPair(thing, other) {
  const state = getState();
  const both = data.ofThing[thing.index].filter((one) => one.things.includes(other.index) && statementPasses(one, { ...state, kinds: [], classes: [] }));
  return [
    heading(null, `${thing.label} and ${other.label}`),
    h("p.meta", {}, `${counted(both.length, "fact")} about the two`),
    h("div.buttons", {}, copyButtons(() => copyTurtle([thing, other], both))),
    h("ul.plain", {}, both.map((statement) => item(statement, thing.index))),
  ];
}

/** @param {number[]} sections */
function sectionLinks(sections) {
  const links = sections.flatMap((at, n) => [n ? ", " : "", h("a", { href: hrefOf({ view: "overview", sections: [String(at)] }) }, sectionName(at))]);
  if (!sections.length) return null;
  if (sections.length <= FEW_SECTIONS) return h("p.meta", {}, "In ", links);
  return h("details.meta", {}, h("summary", { key: "sections" }, `In ${sections.length} sections`), links);
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
    h("button", { key: "copy-link", on: { click: () => copyText(location.href, "Link") } }, "Copy link"),
    data.turtle && h("button", { key: "copy-turtle", on: { click: turtle } }, "Copy as Turtle"),
  ];
}

/**
 * @param {string} term
 * @param {...(Node | string | null | Array<Node | string>)} value
 */
function row(term, ...value) {
  return [h("dt", {}, term), h("dd", {}, ...value)];
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
    .filter((one) => one.involves.includes(statement.id))
    .map((one) => h("div.note.warning", {}, h("strong", {}, `Disagreement: ${one.type}. `), one.comment));
}

/** @param {Statement} statement */
function renderStatement(statement) {
  const { subject } = partsOf(statement);
  const things = statement.things.map((at) => data.things[at]);
  const report = [sentenceOf(statement), ...statement.marks.map(([at]) => data.sentences[at].text), statement.id, location.href];
  return [
    heading(null, statement.type === "relation" ? sentenceOf(statement) : subject),
    h("p.meta", {}, `${TYPE_NAMES[statement.type]} · ${meaning(statement)}`),
    disagreements(statement),
    h("dl.details", {}, details(statement)),
    h("h3", {}, statement.marks.length ? "Where the report says it" : "Worked out from other figures"),
    quotes(statement, { wide: true }),
    h("div.buttons", {},
      copyButtons(() => copyTurtle(things, [statement])),
      h("button", { key: "copy-error", on: { click: () => copyText(report.join("\n"), "Fact, sentence and link") } }, "Copy to report an error")),
  ];
}

/** @param {string} id */
function renderUnknown(id) {
  return [heading(null, "Not in this report"), h("p", {}, `Nothing here has the name “${id}”. The link may come from another report.`)];
}

/** @param {import("./state.js").State} state */
function contentOf(state) {
  const [statement, thing, other] = [data.statementById.get(state.statement), data.thingById.get(state.thing), data.thingById.get(state.other)];
  if (state.statement) return statement ? renderStatement(statement) : renderUnknown(state.statement);
  if (!thing) return renderUnknown(state.thing);
  return other ? renderPair(thing, other) : renderThing(thing);
}

/**
 * From one fact back to its list, and from what is said of two things to the first.
 * @param {import("./state.js").State} state
 */
function backLink(state) {
  const [thing, other] = [data.thingById.get(state.thing), data.thingById.get(state.other)];
  if (!thing || !(data.statementById.has(state.statement) || other)) return null;
  const pair = Boolean(state.statement && other);
  return h("p.back", {}, h("a", { href: hrefOf(pair ? { statement: "" } : choosing(thing.id)), key: "back" },
    `‹ ${thing.label}${pair ? ` and ${other?.label}` : ""}`));
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
  replace(body, backLink(state), contentOf(state));
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
  byId("panel-close").addEventListener("click", () => update(choosing("")));
}
