/** The plans, each with who, what, when, by which target and in which words; beside each what was done before. */

import { data } from "./data.js";
import { counted, h, replace } from "./dom.js";
import { statementPasses } from "./filters.js";
import { statementLink, thingLink } from "./panel.js";
import { meaning, quotes } from "./quotes.js";

/** @typedef {import("./data.js").Action} Action */
/** @typedef {import("./state.js").State} State */

/**
 * The results that a plan goes on from, or that touch one of the same things.
 * @param {Action} plan
 */
function resultsBeside(plan) {
  const results = data.actions.filter((one) => !one.planned);
  const named = results.filter((one) => one.id === plan.continues);
  const about = results.filter((one) => !named.includes(one) && one.acts_on.some((at) => plan.acts_on.includes(at)));
  return [...named, ...about];
}

/**
 * @param {number[]} indexes
 * @returns {Array<Node | string>}
 */
function thingList(indexes) {
  return indexes.flatMap((at, n) => [n ? ", " : "", thingLink(at)]);
}

/** @param {Action} action */
function who(action) {
  return action.actors.length ? thingList(action.actors) : ["Nobody named"];
}

/** @param {Action} plan */
function status(plan) {
  const later = data.sources.some((source, at) => at > plan.source && source.agency === data.sources[plan.source].agency);
  return later ? "open; no later report settles it" : "open";
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * @param {string} term
 * @param {Array<Node | string>} value
 */
function row(term, value) {
  return value.length ? [h("dt", {}, term), h("dd", {}, value)] : [];
}

/**
 * What is promised, in few words; the sentence underneath has them all.
 * @param {Action} plan
 */
function promise(plan) {
  return plan.acts_on.length ? [`${capital(plan.action)}: `, ...thingList(plan.acts_on)] : [capital(plan.description)];
}

/** @param {Action} plan */
function planCard(plan) {
  const beside = resultsBeside(plan);
  const assumed = plan.due && plan.due_basis !== "stated" ? " (the year after the report’s)" : "";
  return h("li", { class: beside.length ? "card plan with-results" : "card plan" },
    h("div", {},
      h("h3", {}, promise(plan)),
      quotes(plan),
      h("dl", { class: "facts" },
        row("Who", who(plan)),
        row("Due", [plan.due || "no date given", assumed]),
        row("Target", plan.target ? [h("strong", {}, plan.target), " ", ...thingList(plan.target_indicator === null ? [] : [plan.target_indicator])] : []),
        row("Status", [status(plan) + (beside.length ? "" : "; nothing reported on it so far")])),
      h("p", { class: "meta" }, meaning(plan), " ", statementLink(plan))),
    beside.length > 0 && h("div", { class: "beside" },
      h("h4", {}, "Done so far"),
      h("ul", { class: "plain" }, beside.map((one) => h("li", { class: "said" }, h("p", { class: "headline" }, capital(one.description)), h("p", { class: "meta" }, who(one)), quotes(one), statementLink(one))))));
}

/**
 * @param {Action[]} plans
 * @returns {Array<[string, Action[]]>} by due date, the first due first, undated last
 */
function byDue(plans) {
  /** @type {Map<string, Action[]>} */
  const groups = new Map();
  for (const plan of [...plans].sort((a, b) => (a.due_by || "9999").localeCompare(b.due_by || "9999") || a.row - b.row)) {
    const key = plan.due || "No date given";
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups];
}

/** @param {Action} result */
function resultItem(result) {
  return h("li", { class: "said" },
    h("p", { class: "headline" }, capital(result.description)),
    h("p", { class: "meta" }, who(result), " · ", [result.action, result.period, meaning(result)].filter(Boolean).join(" · "), " ", statementLink(result)));
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
export function renderPlans(root, state) {
  const passing = data.actions.filter((one) => statementPasses(one, state));
  const plans = passing.filter((one) => one.planned);
  const results = passing.filter((one) => !one.planned);
  replace(root,
    h("h2", { class: "hidden-text" }, "Plans and results"),
    !plans.length && h("p", { class: "note" }, "No plan passes the filters."),
    byDue(plans).map(([due, own]) => h("section", {},
      h("h2", {}, due === "No date given" ? due : `Due ${due}`, " ", h("span", { class: "count" }, counted(own.length, "plan"))),
      h("ul", { class: "plain plans" }, own.map(planCard)))),
    results.length > 0 && h("section", {}, h("h2", {}, "Results ", h("span", { class: "count" }, String(results.length))),
      h("ul", { class: "plain results" }, results.map(resultItem))));
}
