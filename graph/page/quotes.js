/** A statement's sentence, with the span that states it marked, in its surroundings. */

import { data, sectionName } from "./data.js";
import { h } from "./dom.js";

/** @typedef {import("./data.js").Mark} Mark */
/** @typedef {import("./data.js").Statement} Statement */

const FEW = 60; // characters shown on either side where there is little room

/**
 * The sentence with its span marked.
 * @param {Mark} mark
 * @returns {Node[]}
 */
export function markedText([at, start, end]) {
  const { text } = data.sentences[at];
  return [
    document.createTextNode(text.slice(0, start)),
    h("mark", {}, text.slice(start, end)),
    document.createTextNode(text.slice(end)),
  ];
}

/**
 * The span marked, with a few words round it.
 * @param {Mark} mark
 */
function excerptOf([at, start, end]) {
  const { text } = data.sentences[at];
  const [from, to] = [Math.max(0, start - FEW), Math.min(text.length, end + FEW)];
  const before = from ? `… ${text.slice(text.indexOf(" ", from) + 1, start)}` : text.slice(0, start);
  const after = to < text.length ? `${text.slice(end, Math.max(end, text.lastIndexOf(" ", to)))} …` : text.slice(end);
  return [before, h("mark", {}, text.slice(start, end)), after];
}

/**
 * @param {number} at
 * @param {string} where
 */
function neighbour(at, where) {
  return h("span.around", {}, where === "before" ? `${data.sentences[at].text} ` : ` ${data.sentences[at].text}`);
}

/**
 * Where a mark stands: section, page where the file has pages, characters and file.
 * @param {Mark} mark
 */
export function placeOf([at, start, end]) {
  const { section, source, offset, page } = data.sentences[at];
  const file = data.sources[source].file;
  const where = `about character ${(offset + start).toLocaleString("en")} of ${file}`;
  const parts = [section === null ? "" : sectionName(section), page === null ? "" : `page ${page}`];
  return [...parts, end > start ? where : file].filter(Boolean).join(" · ");
}

/** @param {Mark} mark */
function sectionOf([at]) {
  const { section, source } = data.sentences[at];
  return section === null ? data.sources[source].file : sectionName(section);
}

/**
 * The marked sentences of a statement; with `wide`, the sentence before and after each in a softer colour, with
 * `brief` only a few words round the span.
 * @param {Statement} statement
 * @param {{wide?: boolean, brief?: boolean}} [options]
 * @returns {HTMLElement[]}
 */
export function quotes(statement, { wide = false, brief = false } = {}) {
  return statement.marks.map((mark) => {
    const at = mark[0];
    const before = wide && data.sentences[at].linked ? neighbour(at - 1, "before") : null;
    const after = wide && data.sentences[at + 1]?.linked ? neighbour(at + 1, "after") : null;
    return h("figure.quote", {},
      h("blockquote", {}, brief ? excerptOf(mark) : [before, markedText(mark), after]),
      h("figcaption", {}, brief ? sectionOf(mark) : placeOf(mark)));
  });
}

/** @type {Record<string, string>} */
const MEANT = { actual: "happened", standing: "holds generally", planned: "planned", normative: "required" };

/** @param {Statement} statement */
export function sureness(statement) {
  return `${Math.round(statement.sure * 100)} % sure`;
}

/**
 * How a statement is meant and how sure we are, in words.
 * @param {Statement} statement
 */
export function meaning(statement) {
  return `${MEANT[statement.modality] ?? statement.modality} · ${sureness(statement)}`;
}
