/** What the build found disagreeing, each with its sides beside each other. */

import { data, partsOf } from "./data.js";
import { counted, h } from "./dom.js";
import { statementLink } from "./links.js";
import { quotes } from "./quotes.js";

/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./data.js").Action} Action */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./data.js").Discrepancy} Discrepancy */

/** @param {Discrepancy} one */
function sidesOf(one) {
  const sides = /** @type {Statement[]} */ (one.involves.map((id) => data.statementById.get(id)).filter((side) => side !== undefined));
  return sides.sort((a, b) => a.row - b.row);
}

/**
 * Whether its sides cannot all be right: several values of one indicator, or no figures at all.
 * @param {Discrepancy} one
 */
export function isPlain(one) {
  const figures = /** @type {Figure[]} */ (sidesOf(one).filter((side) => side.type === "figure"));
  return new Set(figures.map((figure) => figure.indicator)).size < 2 && new Set(figures.map((figure) => figure.value)).size !== 1;
}

/** @param {Discrepancy} one */
export function topicOf(one) {
  const [first] = sidesOf(one);
  return first?.type === "figure" ? partsOf(first).subject : one.comment.split(": ")[0];
}

/**
 * What each side says, and of what kind or time that is.
 * @param {Discrepancy} one
 * @returns {Array<{side: Statement, said: string, kind: string}>}
 */
export function statedIn(one) {
  const parts = sidesOf(one).map((side) => ({ side, ...partsOf(side) }));
  const same = new Set(parts.map(({ object }) => object)).size === 1;
  return parts.map(({ side, subject, wording, object }) => {
    if (side.type === "plan") return { side, said: /** @type {Action} */ (side).due, kind: `${wording}, due` };
    if (side.type === "figure") return { side, said: object, kind: `${wording}, ${/** @type {Figure} */ (side).period}` };
    return same ? { side, said: subject, kind: `${wording} ${object}` } : { side, said: object, kind: wording };
  });
}

/** All disagreements: first those without figures, then of one indicator, the widest apart first. */
export function rankedDisagreements() {
  const rank = (/** @type {Discrepancy} */ one) => (isPlain(one) ? Number(one.difference || 2) : -1);
  return [...data.discrepancies].sort((a, b) => rank(b) - rank(a));
}

/** The section of the disagreements, or null where all figures agree. */
export function disagreements() {
  if (!data.discrepancies.length) return null;
  return h("section.disagree", { "aria-labelledby": "disagree-title" },
    h("h2", { id: "disagree-title" }, `${counted(data.discrepancies.length, "disagreement")} in the report`),
    h("ul.cards.wide.plain", {}, rankedDisagreements().map((one) => {
      const share = one.difference ? ` (${(Number(one.difference) * 100).toPrecision(2)} % apart)` : "";
      return h("li.card", {},
        h("h3", {}, topicOf(one)),
        h("p.meta", {}, `${one.type}${share}`),
        h("div.sides", {}, statedIn(one).map(({ side, said, kind }) => h("div", {},
          h("p.big", {}, said),
          h("p.meta", {}, kind),
          side.marks.length ? quotes(side, { brief: true }) : h("p.meta", {}, "worked out from other figures"),
          statementLink(side)))),
        h("p", {}, one.comment));
    })));
}
