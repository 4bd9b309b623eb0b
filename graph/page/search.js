/** Search as one types: things by label and alias, then sentences. A combobox after the WAI-ARIA pattern. */

import { data, KIND_NAMES } from "./data.js";
import { announce, byId, counted, h, replace } from "./dom.js";
import { fold } from "./filters.js";
import { kindIcon } from "./marks.js";
import { choosing, update } from "./state.js";

const MOST_THINGS = 8;
const MOST_SENTENCES = 5;

/** @typedef {{label: Node[], go: () => void}} Hit */

/** Folded labels and aliases of every thing, made when the reader first types. @type {string[][]} */
const names = [];
/** @type {string[]} */
const sentences = [];

function prepare() {
  if (names.length || !data.things.length) return;
  for (const thing of data.things) names.push([thing.label, ...thing.aliases].map(fold));
  for (const sentence of data.sentences) sentences.push(fold(sentence.text));
}

/**
 * How well the words fit the names of a thing: 0 not at all, higher is better.
 * @param {string[]} words
 * @param {string[]} own
 */
function fit(words, own) {
  if (!words.every((word) => own.some((name) => name.includes(word)))) return 0;
  if (own.some((name) => name === words.join(" "))) return 4;
  if (own.some((name) => name.startsWith(words[0]))) return 3;
  return own.some((name) => name.includes(` ${words[0]}`)) ? 2 : 1;
}

/**
 * The things whose names hold every word, best first.
 * @param {string} query
 */
export function findThings(query) {
  prepare();
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return data.things
    .map((thing) => ({ thing, score: fit(words, names[thing.index]) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.thing.links - a.thing.links || a.thing.index - b.thing.index)
    .map(({ thing }) => thing);
}

/**
 * The statements whose sentence holds every word, one for each sentence.
 * @param {string} query
 */
function findSentences(query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  /** @type {Map<number, import("./data.js").Statement>} */
  const found = new Map();
  for (const statement of data.statements) {
    for (const [at] of statement.marks) {
      if (!found.has(at) && words.every((word) => sentences[at].includes(word))) found.set(at, statement);
    }
  }
  return [...found].sort(([a], [b]) => a - b);
}

/**
 * @param {string} text
 * @param {string} query
 */
function excerpt(text, query) {
  const at = Math.max(0, fold(text).indexOf(fold(query).split(/\s+/)[0]));
  const start = at > 40 ? text.indexOf(" ", at - 40) + 1 : 0;
  return `${start ? "…" : ""}${text.slice(start, start + 110)}${start + 110 < text.length ? "…" : ""}`;
}

/**
 * @param {string} query
 * @returns {Hit[]}
 */
function findHits(query) {
  const things = findThings(query);
  const shown = things.slice(0, MOST_THINGS).map((thing) => ({
    label: [kindIcon(thing.kind), h("span.hit-name", {}, thing.label), h("span.meta", {}, `${KIND_NAMES[thing.kind]} · ${thing.cls} · ${counted(thing.links, "fact")}`)],
    go: () => update({ ...choosing(thing.id), middle: "", path: "", avoid: [] }),
  }));
  const said = findSentences(query);
  const quoted = said.slice(0, MOST_SENTENCES).map(([at, statement]) => ({
    label: [h("span.hit-sentence", {}, excerpt(data.sentences[at].text, query))],
    go: () => update({ ...choosing(""), statement: statement.id }),
  }));
  const all = { label: [h("span", {}, `All facts with “${query}”`)], go: () => update({ view: "facts", q: query, page: 1 }) };
  return [...shown, ...quoted, all];
}

/** Ties the search box of the header. */
export function bindSearch() {
  const input = /** @type {HTMLInputElement} */ (byId("search"));
  const list = byId("hits");
  /** @type {Hit[]} */
  let hits = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (/** @type {Hit} */ hit) => {
    close();
    input.value = "";
    hit.go();
  };
  const point = (/** @type {number} */ next) => {
    at = (next + hits.length) % hits.length;
    [...list.children].forEach((child, n) => child.setAttribute("aria-selected", String(n === at)));
    input.setAttribute("aria-activedescendant", `hit-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    const query = input.value.trim();
    if (!query) return close();
    hits = findHits(query);
    at = -1;
    replace(list, hits.map((hit, n) => h("li", {
      id: `hit-${n}`, role: "option", "aria-selected": "false",
      on: { mousedown: (/** @type {Event} */ event) => event.preventDefault(), click: () => choose(hit) },
    }, hit.label)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    announce(`${counted(hits.length - 1, "match", "matches")}`);
  };
  input.addEventListener("input", open);
  input.addEventListener("focus", () => input.value && open());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      if (hits.length && !list.hidden) point(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === "Enter" && input.value.trim()) {
      event.preventDefault();
      if (list.hidden) open();
      choose(hits[at < 0 ? 0 : at]);
    }
  });
  addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.closest?.("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
}
