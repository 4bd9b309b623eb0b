/** The plans, each with who, what, when, by which target and in which words; beside each what was done before. */

import { cardsOf, data, sectionName } from "./data.js";
import { counted, h, replace } from "./dom.js";
import { statementPasses } from "./filters.js";
import { statementLink, thingList } from "./links.js";
import { meaning, quotes, sureness } from "./quotes.js";

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

/** @param {Action} action */
function who(action) {
  return action.actors.length ? thingList(action.actors) : ["Nobody named"];
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * What is promised, in few words, for what the marked sentence does not say as well.
 * @param {Action} plan
 */
function promise(plan) {
  if (plan.acts_on.length) return [`${capital(plan.action)}: `, ...thingList(plan.acts_on)];
  return [h("span.hidden-text", {}, capital(plan.description))];
}

/**
 * @param {Action} plan
 * @param {boolean} reported  whether something done stands beside it
 */
function status(plan, reported) {
  if (plan.outcomes.length) return plan.outcomes.map(([verdict]) => verdict).join(", ");
  const later = data.sources.some((source, at) => at > plan.source && source.agency === data.sources[plan.source].agency);
  return `open${later ? "; no later report settles it" : ""}${reported ? "" : "; nothing reported on it so far"}`;
}

/** @param {Action} plan */
function due(plan) {
  if (!plan.due) return "no date given";
  return `due ${plan.due}${plan.due_basis === "stated" ? "" : ", the year after the report’s"}`;
}

/** @param {Action} plan */
function planCard(plan) {
  const beside = resultsBeside(plan);
  const told = plan.outcomes.map(([verdict, marks]) => [h("h5", {}, capital(verdict)), quotes({ ...plan, marks })]);
  return h("li", { class: beside.length || told.length ? "card plan with-results" : "card plan" },
    h("div", {},
      h("h4", {}, promise(plan)),
      quotes(plan),
      plan.target ? h("p", {}, "Target: ", h("strong", {}, plan.target), " ", thingList(plan.target_indicator === null ? [] : [plan.target_indicator])) : null,
      h("p.meta", {}, who(plan), ` · ${due(plan)} · ${status(plan, beside.length > 0)} · ${sureness(plan)} `, statementLink(plan))),
    (beside.length > 0 || told.length > 0) && h("div.beside", {},
      told,
      beside.length > 0 && h("h5", {}, "Done so far"),
      h("ul.plain", {}, beside.map((one) => h("li.said", {}, quotes(one), h("p.meta", {}, who(one), ` · ${meaning(one)} `, statementLink(one)))))));
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

/**
 * @param {Action[]} plans
 * @returns {Array<[string, Action[]]>} by the section that promises them, in the order of the report
 */
function bySection(plans) {
  /** @type {Map<number, Action[]>} */
  const groups = new Map();
  for (const plan of plans) {
    const [at = -1] = cardsOf(plan);
    groups.set(at, [...(groups.get(at) ?? []), plan]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([at, own]) => [at < 0 ? "In no section" : sectionName(at), own]);
}

/** @param {Action[]} plans */
function summary(plans) {
  const parts = Object.entries({
    "with a stated date": plans.filter((plan) => plan.due && plan.due_basis === "stated"),
    "with a target": plans.filter((plan) => plan.target),
    "settled by a later report": plans.filter((plan) => plan.outcomes.length),
    "with something done so far": plans.filter((plan) => resultsBeside(plan).length),
  }).filter(([, own]) => own.length).map(([what, own]) => `${own.length} ${what}`);
  return `${counted(plans.length, "plan")}${parts.length ? `: ${parts.join(", ")}` : ""}.`;
}

/** @param {Action} result */
function resultItem(result) {
  return h("li.said", {},
    h("p.headline", {}, capital(result.description)),
    h("p.meta", {}, who(result), " · ", [result.action, result.period, meaning(result)].filter(Boolean).join(" · "), " ", statementLink(result)));
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
    h("h2.hidden-text", {}, "Plans and results"),
    !plans.length && h("p.note", {}, "No plan passes the filters."),
    plans.length > 0 && h("p.meta", {}, summary(plans)),
    byDue(plans).map(([date, own]) => h("section", {},
      h("h2", {}, date === "No date given" ? date : `Due ${date}`, " ", h("span.count", {}, counted(own.length, "plan"))),
      bySection(own).map(([name, there]) => [
        h("h3.group-title", {}, name, " ", h("span.count", {}, String(there.length))),
        h("ul.plain.plans", {}, there.map(planCard)),
      ]))),
    results.length > 0 && h("section", {}, h("h2", {}, "Results ", h("span.count", {}, String(results.length))),
      h("ul.plain.results", {}, results.map(resultItem))));
}
