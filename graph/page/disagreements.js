/** What the build found disagreeing, each with its figures side by side. */

import { data, figureName, statedOf } from "./data.js";
import { counted, h } from "./dom.js";
import { statementLink } from "./links.js";
import { quotes } from "./quotes.js";

/** @typedef {import("./data.js").Figure} Figure */

/** @typedef {import("./data.js").Discrepancy} Discrepancy */

/**
 * The figures of a disagreement.
 * @param {Discrepancy} one
 */
export function figuresOf(one) {
  return /** @type {Figure[]} */ (one.figures.map((id) => data.statementById.get(id)).filter((figure) => figure !== undefined));
}

/**
 * Whether it gives one indicator several values, and not several indicators or scopes.
 * @param {Discrepancy} one
 */
export function isPlain(one) {
  const figures = figuresOf(one);
  return new Set(figures.map((figure) => figure.indicator)).size === 1 && new Set(figures.map((figure) => figure.value)).size > 1;
}

/** All disagreements: those about one indicator first, the widest apart of them first. */
export function rankedDisagreements() {
  const rank = (/** @type {Discrepancy} */ one) => (isPlain(one) ? Number(one.difference) : -1);
  return [...data.discrepancies].sort((a, b) => rank(b) - rank(a));
}

/** The section of the disagreements, or null where all figures agree. */
export function disagreements() {
  if (!data.discrepancies.length) return null;
  return h("section.disagree", { "aria-labelledby": "disagree-title" },
    h("h2", { id: "disagree-title" }, `${counted(data.discrepancies.length, "disagreement")} in the report`),
    h("ul.cards.wide.plain", {}, rankedDisagreements().map((one) => {
      const figures = figuresOf(one);
      const share = one.difference ? ` (${(Number(one.difference) * 100).toPrecision(2)} % apart)` : "";
      return h("li.card", {},
        h("h3", {}, figures.length ? figureName(figures[0]) : one.type),
        h("p.meta", {}, `${one.type}${share}`),
        h("div.sides", {}, figures.map((figure) => h("div", {},
          h("p.big", {}, statedOf(figure)),
          h("p.meta", {}, `${figure.kind}, ${figure.period}`),
          figure.marks.length ? quotes(figure, { brief: true }) : h("p.meta", {}, "worked out from other figures"),
          statementLink(figure)))),
        h("p", {}, one.comment));
    })));
}
