/** What a reader looks for first, in three short lists: what does not agree, what changed most, what is promised firmly. */

import { CHANGES, data, figureName, statedOf } from "./data.js";
import { isPlain, rankedDisagreements, statedIn, topicOf } from "./disagreements.js";
import { h } from "./dom.js";
import { statementPasses } from "./filters.js";
import { hrefOf } from "./state.js";

/** @typedef {import("./data.js").Action} Action */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./state.js").State} State */

const MOST = 4; // items of a list

/**
 * @param {Statement} statement
 * @param {string} label
 * @param {string | null} value
 */
function line(statement, label, value) {
  return h("li", {}, h("a.line", { href: hrefOf({ statement: statement.id }), key: `glance:${statement.id}` },
    h("span.clamp", {}, label), value === null ? null : h("strong", {}, value)));
}

/**
 * @param {string} title
 * @param {Node[]} items  the first of them
 * @param {number} count  of all
 * @param {string} view  which has them all
 * @param {string} words
 */
function list(title, items, count, view, words) {
  if (!items.length) return null;
  const more = count > items.length ? h("p.more-of", {}, h("a", { href: hrefOf({ view }), key: `glance:${title}` }, `All ${count} ${words}`)) : null;
  return h("section.card", {}, h("h3", {}, title), h("ul.plain", {}, items), more);
}

/** @param {State} state */
function disagreeing(state) {
  const found = rankedDisagreements().filter((one) => statedIn(one).some(({ side }) => statementPasses(side, state)));
  const items = found.filter(isPlain).slice(0, MOST).map((one) => {
    const sides = statedIn(one);
    return line(sides[0].side, topicOf(one), [...new Set(sides.map(({ said }) => said))].slice(0, 2).join(" / "));
  });
  return list("Where it disagrees with itself", items, found.length, "figures", "side by side");
}

/** @param {State} state */
function changing(state) {
  const changes = data.figures.filter((one) => CHANGES.includes(one.measure) && statementPasses(one, state));
  const sorted = [...changes].sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)) || a.row - b.row);
  const items = sorted.slice(0, MOST).map((one) => line(one, figureName(one), statedOf(one)));
  return list("Largest changes", items, changes.length, "figures", "changes");
}

/**
 * The due date of most plans, which says little about any of them.
 * @param {Action[]} plans
 */
function usualDue(plans) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { due } of plans) counts.set(due, (counts.get(due) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] * 2 > plans.length ? most[0] : null;
}

/** @param {State} state */
function promised(state) {
  const plans = data.actions.filter((one) => one.planned && statementPasses(one, state));
  const firm = plans.filter((one) => one.target || (one.due_basis === "stated" && one.due !== usualDue(plans)));
  const sorted = [...firm].sort((a, b) => Number(Boolean(b.target)) - Number(Boolean(a.target)) || a.row - b.row);
  const items = sorted.slice(0, MOST).map((one) => line(one, one.description, one.target || one.due));
  return list("Plans with a target or date", items, plans.length, "plans", "plans");
}

/**
 * The lists that have anything in them.
 * @param {State} state
 */
export function glance(state) {
  const lists = [disagreeing(state), changing(state), promised(state)].filter((one) => one !== null);
  if (!lists.length) return null;
  return h("section", { "aria-labelledby": "glance" }, h("h2", { id: "glance" }, "At a glance"), h("div.cards.glance", {}, lists));
}
