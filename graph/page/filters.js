/** Which things and statements pass the filters, and the panel that sets them. */

import { KINDS, KIND_NAMES, MODALITY_NAMES, TYPE_NAMES, cardsOf, data, partsOf, sectionName } from "./data.js";
import { byId, counted, h, replace } from "./dom.js";
import { kindIcon } from "./marks.js";
import { NO_FILTER, getState, update } from "./state.js";

/** @typedef {import("./data.js").Thing} Thing */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./state.js").State} State */
/** @typedef {"kinds" | "classes" | "sections" | "modality" | "types"} Facet */

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

/** @type {Map<number, string>} */
const folded = new Map();

/**
 * All words of a statement, folded: its parts and its sentences.
 * @param {Statement} statement
 */
function wordsOf(statement) {
  const known = folded.get(statement.row);
  if (known !== undefined) return known;
  const { subject, wording, object } = partsOf(statement);
  const sentences = statement.marks.map(([at]) => data.sentences[at].text);
  const words = fold([subject, wording, object, ...sentences].join(" "));
  folded.set(statement.row, words);
  return words;
}

/**
 * @param {Thing} thing
 * @param {State} state
 */
function kindPasses(thing, state) {
  if (!state.kinds.length && !state.classes.length) return true;
  return state.kinds.includes(thing.kind) || state.classes.includes(thing.cls);
}

/**
 * @param {{sections: number[]}} holder
 * @param {State} state
 */
function sectionPasses(holder, state) {
  return !state.sections.length || cardsOf(holder).some((at) => state.sections.includes(String(at)));
}

/**
 * Whether the statement passes every filter; `except` leaves one facet out, for its counts.
 * @param {Statement} statement
 * @param {State} state
 * @param {Facet} [except]
 */
export function statementPasses(statement, state, except) {
  return (
    (except === "modality" || !state.modality.length || state.modality.includes(statement.modality)) &&
    (except === "types" || !state.types.length || state.types.includes(statement.type)) &&
    (!state.sure || statement.sure >= Number(state.sure)) &&
    (except === "sections" || sectionPasses(statement, state)) &&
    (except === "kinds" || statement.things.some((at) => kindPasses(data.things[at], state))) &&
    (!state.q || fold(state.q).split(/\s+/).every((word) => wordsOf(statement).includes(word)))
  );
}

/**
 * Whether the thing passes every filter; it must also take part in a statement that does, when those are filtered.
 * @param {Thing} thing
 * @param {State} state
 * @param {Facet} [except]
 */
export function thingPasses(thing, state, except) {
  const bare = { ...state, kinds: [], classes: [], sections: [] };
  const narrowed = state.modality.length || state.types.length || state.sure || state.q;
  return (
    (except === "kinds" || kindPasses(thing, state)) &&
    (except === "sections" || sectionPasses(thing, state)) &&
    (!narrowed || data.ofThing[thing.index].some((one) => statementPasses(one, bare)))
  );
}

/** @param {State} state */
export function isFiltered(state) {
  return Boolean(
    state.kinds.length || state.classes.length || state.sections.length || state.modality.length ||
      state.types.length || state.sure || state.q,
  );
}

/**
 * The state with a value of a facet switched.
 * @param {Facet} facet
 * @param {string} value
 */
export function toggle(facet, value) {
  const now = getState()[facet];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  update({ [facet]: next, page: 1 });
}

/**
 * @param {Facet} facet
 * @param {string} value
 * @param {string} label
 * @param {number} count
 * @param {Node | null} [icon]
 */
function option(facet, value, label, count, icon = null) {
  const pressed = getState()[facet].includes(value);
  return h("li", {}, h(
    "button",
    {
      class: "option", "aria-pressed": String(pressed), key: `${facet}:${value}`,
      on: { click: () => toggle(facet, value) },
    },
    icon, h("span.option-label", {}, label), h("span.count", {}, count.toLocaleString("en")),
  ));
}

/**
 * @param {string} title
 * @param {Array<Node | null>} options
 */
function group(title, options) {
  if (!options.length) return null;
  return h("section.facet", {}, h("h3", {}, title), h("ul.options", {}, options));
}

/** @param {State} state */
function kindOptions(state) {
  const passing = data.things.filter((thing) => thingPasses(thing, state, "kinds"));
  return KINDS.map((kind) =>
    option("kinds", kind, KIND_NAMES[kind], passing.filter((thing) => thing.kind === kind).length, kindIcon(kind)),
  );
}

/** @param {State} state */
function classGroup(state) {
  const passing = data.things.filter((thing) => thingPasses(thing, state, "kinds"));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const thing of data.things) counts.set(thing.cls, 0);
  for (const thing of passing) counts.set(thing.cls, (counts.get(thing.cls) ?? 0) + 1);
  const names = [...counts.keys()].sort();
  if (!names.length) return null;
  const open = state.classes.length > 0 || opened.has("classes");
  return h(
    "details",
    {
      class: "facet", open,
      on: { toggle: (/** @type {Event} */ event) => remember("classes", event) },
    },
    h("summary", { key: "classes" }, `All ${counted(names.length, "class", "classes")}`),
    h("ul.options", {}, names.map((name) => option("classes", name, name, counts.get(name) ?? 0))),
  );
}

/** @type {Set<string>} which closed parts a reader opened; it does not belong in the address */
const opened = new Set();

/**
 * @param {string} name
 * @param {Event} event
 */
function remember(name, event) {
  if (/** @type {HTMLDetailsElement} */ (event.target).open) opened.add(name);
  else opened.delete(name);
}

/** @param {State} state */
function sectionOptions(state) {
  const passing = data.statements.filter((one) => statementPasses(one, state, "sections"));
  const counts = new Map(data.cards.map((at) => [at, 0]));
  for (const one of passing) for (const at of cardsOf(one)) counts.set(at, (counts.get(at) ?? 0) + 1);
  const said = new Set(data.statements.flatMap(cardsOf));
  return data.cards.filter((at) => said.has(at)).map((at) => option("sections", String(at), sectionName(at), counts.get(at) ?? 0));
}

/**
 * @param {State} state
 * @param {"types" | "modality"} facet
 * @param {Record<string, string>} names
 */
function plainOptions(state, facet, names) {
  const field = facet === "types" ? "type" : "modality";
  const passing = data.statements.filter((one) => statementPasses(one, state, facet));
  return Object.entries(names)
    .filter(([value]) => data.statements.some((one) => one[field] === value))
    .map(([value, label]) => option(facet, value, label, passing.filter((one) => one[field] === value).length));
}

/** @param {State} state */
function sureSelect(state) {
  const choices = [["", "Any"], ["0.7", "At least 70 %"], ["0.8", "At least 80 %"], ["0.9", "At least 90 %"]];
  return h("section.facet", {},
    h("h3", {}, h("label", { for: "sure" }, "How sure")),
    h("select",
      {
        id: "sure", key: "sure",
        on: {
          change: (/** @type {Event} */ event) =>
            update({ sure: /** @type {HTMLSelectElement} */ (event.target).value, page: 1 }),
        },
      },
      choices.map(([value, label]) => h("option", { value, selected: value === state.sure }, label)),
    ),
  );
}

/** @param {State} state */
export function renderFilters(state) {
  replace(
    byId("filters-body"),
    group("Kinds of things", kindOptions(state)),
    classGroup(state),
    group("Sections", sectionOptions(state)),
    group("What is said", plainOptions(state, "types", TYPE_NAMES)),
    group("How it is meant", plainOptions(state, "modality", MODALITY_NAMES)),
    sureSelect(state),
  );
}

/**
 * A button that takes away what it names.
 * @param {string} label
 * @param {() => void} remove
 * @param {string} key
 */
export function chip(label, remove, key) {
  return h("button.chip", { key, on: { click: remove } }, label, h("span", { "aria-hidden": "true" }, " ×"), h("span.hidden-text", {}, " – remove"));
}

/** @param {State} state */
export function renderChips(state) {
  const box = byId("chips");
  box.hidden = !isFiltered(state);
  if (box.hidden) return replace(box);
  /** @type {Array<[Facet, (value: string) => string]>} */
  const facets = [
    ["kinds", (value) => KIND_NAMES[/** @type {import("./data.js").Kind} */ (value)] ?? value],
    ["classes", (value) => value],
    ["sections", (value) => (data.sections[Number(value)] ? sectionName(Number(value)) : value)],
    ["types", (value) => TYPE_NAMES[value] ?? value],
    ["modality", (value) => MODALITY_NAMES[value] ?? value],
  ];
  const chips = facets.flatMap(([facet, name]) =>
    state[facet].map((value) => chip(name(value), () => toggle(facet, value), `chip:${facet}:${value}`)));
  if (state.sure) chips.push(chip(`At least ${Math.round(Number(state.sure) * 100)} % sure`, () => update({ sure: "" }), "chip:sure"));
  if (state.q) chips.push(chip(`“${state.q}”`, () => update({ q: "" }), "chip:q"));
  const things = data.things.filter((thing) => !thingPasses(thing, state)).length;
  const statements = data.statements.filter((one) => !statementPasses(one, state)).length;
  replace(box, chips,
    h("span.hidden-count", {}, `${counted(things, "thing")} and ${counted(statements, "fact")} hidden`),
    h("button.link", { key: "chip:all", on: { click: () => update(NO_FILTER) } }, "Show all"));
}
