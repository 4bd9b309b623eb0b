/** The path between two things: asking for it, going round a thing on it, and a sentence for each of its steps. */

import { data, labelOf } from "./data.js";
import { announce, byId, counted, h } from "./dom.js";
import { chip } from "./filters.js";
import { statementLink, thingLink } from "./links.js";
import { quotes } from "./quotes.js";
import { stopsOf } from "./scene.js";
import { findThings } from "./search.js";
import { choosing, update } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./scene.js").Drawing} Drawing */

/**
 * Asks for the path from the middle to another thing.
 * @param {number} from
 * @param {string} to  the id of the far end
 */
export function findPath(from, to) {
  update({ ...choosing(data.things[from].id), middle: "", path: to, avoid: [], map: false });
}

/**
 * @param {State} state
 * @param {number | null} from
 */
export function pathForm(state, from) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLInputElement} */ (byId("path-to"));
    const found = data.things.find((thing) => thing.label === value) ?? findThings(value)[0];
    if (!found || from === null) announce("No thing of that name");
    else findPath(from, found.id);
  };
  const end = data.thingById.get(state.path);
  return h("form.path-form", { on: { submit: go } },
    h("label", { for: "path-to" }, "Way to"),
    h("input", { id: "path-to", list: "thing-names", autocomplete: "off", placeholder: "another thing …", value: end ? end.label : "", key: "path-to" }),
    h("button", { type: "submit", key: "path-go" }, "Find"),
    end && h("button", { key: "path-clear", on: { click: () => update({ path: "", avoid: [] }) } }, "Clear"));
}

/**
 * Buttons for another way: not through the things between the ends, or through those again that it went round.
 * @param {State} state
 * @param {Drawing} drawing
 */
export function detours(state, drawing) {
  if (drawing.kind !== "path") return null;
  const between = drawing.way ? stopsOf(drawing.focus ?? 0, drawing.way).slice(1, -1) : [];
  const round = state.avoid.map((id) => data.thingById.get(id)).filter((thing) => thing !== undefined);
  if (!between.length && !round.length) return null;
  return h("div.detours", {},
    between.map((at) => h("button.chip", {
      key: `avoid:${at}`, on: { click: () => update({ avoid: [...state.avoid, data.things[at].id] }) },
    }, `Another way, not through ${labelOf(at)}`)),
    round.map(({ id, label }) => chip(`Not through ${label}`, () => update({ avoid: state.avoid.filter((one) => one !== id) }), `through:${id}`)));
}

/**
 * @param {State} state
 * @param {Drawing} drawing
 */
export function pathCaption(state, drawing) {
  const ends = `${labelOf(drawing.focus ?? 0)} and ${drawing.scene.nodes[drawing.scene.nodes.length - 1].label}`;
  return drawing.way
    ? `${ends}: ${counted(drawing.way.length, "step")} apart.`
    : `No ${state.avoid.length ? "other " : ""}way between ${ends} among the facts that pass the filters.`;
}

/**
 * The steps in words, each with the sentence it rests on.
 * @param {Drawing} drawing
 */
export function hops(drawing) {
  if (drawing.kind !== "path" || !drawing.way?.length) return null;
  return h("ol.hops", {}, drawing.way.map((edge) => {
    const statement = data.statementById.get(edge.statement);
    return h("li", {}, h("p.headline", {}, thingLink(edge.from), h("strong", {}, ` ${edge.label} `), thingLink(edge.to)),
      statement ? [quotes(statement), h("p", {}, statementLink(statement))] : null);
  }));
}
