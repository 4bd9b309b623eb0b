/** The first view: what the report holds, a card for each of its sections, and what does not agree. */

import { KINDS, KIND_NAMES, KIND_WORDS, cardsOf, data, figureName, sectionName, statedOf } from "./data.js";
import { disagreements } from "./disagreements.js";
import { counted, h, replace, svg } from "./dom.js";
import { isFiltered, statementPasses, thingPasses, toggle } from "./filters.js";
import { OUTLINES, kindIcon } from "./marks.js";
import { glance } from "./glance.js";
import { thingLink } from "./links.js";
import { choosing, getState, hrefOf } from "./state.js";

/** @typedef {import("./data.js").Thing} Thing */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./state.js").State} State */

const MOST = 4; // linked things, figures and plans named on a card
const ROW = 24; // marks on a row of the unit chart

/**
 * One mark for each thing, in the order of the kinds.
 * @param {Thing[]} things
 */
function unitChart(things) {
  const ordered = KINDS.flatMap((kind) => things.filter((thing) => thing.kind === kind));
  const step = 12;
  const rows = Math.max(1, Math.ceil(ordered.length / ROW));
  const marks = ordered.map((thing, at) => svg("path", {
    class: `kind-${thing.kind}`, d: OUTLINES[thing.kind],
    transform: `translate(${(at % ROW) * step} ${Math.floor(at / ROW) * step}) scale(0.7)`,
  }));
  return svg("svg", { class: "units", viewBox: `0 0 ${ROW * step} ${rows * step}`, "aria-hidden": "true" }, marks);
}

/**
 * @param {string} title
 * @param {Node[]} items
 */
function cardList(title, items) {
  return items.length ? [h("h4", {}, title), h("ul.plain", {}, items.map((item) => h("li", {}, item)))] : [];
}

/** @param {Thing[]} things */
function kindCounts(things) {
  return KINDS.map((kind) => {
    const count = things.filter((thing) => thing.kind === kind).length;
    return count ? h("li", {}, kindIcon(kind), counted(count, ...KIND_WORDS[kind])) : null;
  });
}

/**
 * @param {number} at
 * @param {Thing[]} things
 * @param {Statement[]} statements
 */
function card(at, things, statements) {
  const links = new Map(things.map((thing) => [thing, statements.filter((one) => one.things.includes(thing.index)).length]));
  const linked = [...things].sort((a, b) => (links.get(b) ?? 0) - (links.get(a) ?? 0) || b.links - a.links || a.index - b.index).slice(0, MOST);
  const figures = /** @type {Figure[]} */ (statements.filter((one) => one.type === "figure"));
  const rank = (/** @type {Figure} */ one) => Number(one.measure !== "level") + 2 * Number(!/\d/.test(one.stated));
  const first = [...figures].sort((a, b) => rank(a) - rank(b));
  const plans = statements.filter((one) => one.type === "plan");
  const results = statements.filter((one) => one.type === "result");
  const { number, title } = data.sections[at];
  return h("section.card", { "aria-labelledby": `card-${at}` },
    h("h3", { id: `card-${at}` }, number && [h("span.number", {}, number), " "], title),
    h("p.meta", {}, [
      counted(things.length, "thing"), counted(figures.length, "figure"), counted(results.length, "result"),
      counted(plans.length, "plan"),
    ].join(" · ")),
    unitChart(things),
    h("ul.kinds", {}, kindCounts(things)),
    cardList("Most linked", linked.map((thing) => h("span.line", {}, thingLink(thing.index), h("span.count", { title: "facts in this section" }, String(links.get(thing)))))),
    cardList("Figures", first.slice(0, MOST).map((one) => h("a.line", { href: hrefOf({ statement: one.id }), key: `card-figure:${one.id}` },
      h("span", {}, figureName(one)), h("strong", {}, statedOf(one))))),
    cardList("Plans", plans.slice(0, 2).map((one) => h("a.line.clamp", { href: hrefOf({ statement: one.id }), key: `card-plan:${one.id}` },
      /** @type {import("./data.js").Action} */ (one).description))),
    h("p.buttons", {},
      h("a.button", { href: hrefOf({ view: "graph", sections: [String(at)], ...choosing(""), map: true, middle: "", path: "", avoid: [] }), key: `card-graph:${at}` }, "Graph of this section"),
      h("a.button", { href: hrefOf({ view: "facts", sections: [String(at)], page: 1 }), key: `card-facts:${at}` }, "Its facts")));
}

/** @param {State} state */
function tiles(state) {
  const things = data.things.filter((thing) => thingPasses(thing, state, "kinds"));
  return h("ul.tiles", {},
    KINDS.map((kind) => h("li", {}, h("button.tile", {
      "aria-pressed": String(state.kinds.includes(kind)), key: `tile:${kind}`,
      on: { click: () => toggle("kinds", kind) },
    }, kindIcon(kind), h("strong", {}, things.filter((thing) => thing.kind === kind).length.toLocaleString("en")), h("span", {}, KIND_NAMES[kind])))));
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
export function renderOverview(root, state) {
  const things = data.things.filter((thing) => thingPasses(thing, state));
  const statements = data.statements.filter((one) => statementPasses(one, state));
  const wanted = data.cards.filter((at) => !state.sections.length || state.sections.includes(String(at)));
  const cards = wanted
    .map((at) => ({ at, own: things.filter((thing) => cardsOf(thing).includes(at)), said: statements.filter((one) => cardsOf(one).includes(at)) }))
    .filter(({ said }) => said.length);
  const shown = new Set(cards.map(({ at }) => at));
  const empty = wanted.length - cards.length;
  replace(root,
    h("h2.hidden-text", {}, "Overview"),
    tiles(state),
    !data.statements.length && h("p.note", {}, "No fact was read out of this report."),
    glance(state),
    cards.length > 0 && h("h2", {}, `${counted(cards.length, "section")}${isFiltered(getState()) ? ", filtered" : ""}`),
    h("div.cards", {}, cards.map(({ at, own, said }) => card(at, own, said))),
    empty > 0 && h("p.meta", {}, `${counted(empty, "section")} without a fact${isFiltered(state) ? " that passes" : ""}: `, wanted.filter((at) => !shown.has(at)).map(sectionName).join("; ")),
    !isFiltered(state) && disagreements());
}

