/** Links to things and facts, the same in every view. */

import { data, sentenceOf } from "./data.js";
import { h } from "./dom.js";
import { kindIcon } from "./marks.js";
import { choosing, hrefOf } from "./state.js";

/** @typedef {import("./data.js").Statement} Statement */

/**
 * A link that selects a thing.
 * @param {number} index
 */
export function thingLink(index) {
  const thing = data.things[index];
  return h("a.thing", { href: hrefOf(choosing(thing.id)), key: `thing:${thing.id}` },
    kindIcon(thing.kind), thing.label);
}

/**
 * A link that opens one statement.
 * @param {Statement} statement
 * @param {string} [label]
 */
export function statementLink(statement, label = "Details") {
  return h("a.more", {
    href: hrefOf({ statement: statement.id }), "aria-label": `${label}: ${sentenceOf(statement)}`,
    key: `statement:${statement.id}`,
  }, label);
}

/**
 * Links to several things, with commas.
 * @param {number[]} indexes
 */
export function thingList(indexes) {
  return indexes.flatMap((at, n) => [n ? ", " : "", thingLink(at)]);
}
