/** The lines of a drawing: several between the same two things apart from each other, or as one that says how many. */

import { data } from "./data.js";

/** @typedef {import("./data.js").Edge} Edge */
/** @typedef {import("./data.js").Fact} Fact */
/** @typedef {import("./scene.js").SceneEdge} SceneEdge */
/** @typedef {{faded: boolean, strong: boolean, quiet: boolean}} Look */

const FEW = 3; // lines between two things drawn one by one
const WORDINGS = 2; // of the wordings between two things that are written out

/** @type {Look} */
export const PLAIN = { faded: false, strong: false, quiet: false };

/**
 * The edges between the same two things, whichever way they run.
 * @param {Edge[]} edges
 * @returns {Edge[][]}
 */
function pairsOf(edges) {
  /** @type {Map<string, Edge[]>} */
  const pairs = new Map();
  for (const edge of edges) {
    const key = [Math.min(edge.from, edge.to), Math.max(edge.from, edge.to)].join(" ");
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return [...pairs.values()];
}

/**
 * A relation as it reads from one of its ends: turned round, with the wording of its inverse, if it points there.
 * @param {Edge} edge
 * @param {number} from
 * @returns {Edge}
 */
function turned(edge, from) {
  if (edge.to !== from) return edge;
  const statement = data.statementById.get(edge.statement);
  if (statement?.type !== "relation") return edge;
  const { inverse } = /** @type {Fact} */ (statement);
  return inverse.startsWith("←") ? edge : { ...edge, from: edge.to, to: edge.from, label: inverse };
}

/**
 * The different wordings of edges in few words.
 * @param {Edge[]} edges
 */
export function wordingOf(edges) {
  const all = [...new Set(edges.map((edge) => edge.label))];
  const rest = all.length - WORDINGS;
  return all.slice(0, WORDINGS).join(", ") + (rest > 0 ? ` +${rest}` : "");
}

/**
 * One line for all edges between two things; it names its statement only if there is but one.
 * @param {Edge[]} own
 * @param {Look} look
 * @returns {SceneEdge}
 */
function oneLine(own, look) {
  const [first] = own;
  const statements = new Set(own.map((edge) => edge.statement));
  return {
    ...first, bend: 0, tree: false, ...look, statements: [...statements], statement: statements.size > 1 ? "" : first.statement,
    label: statements.size > 1 ? `${statements.size} facts` : first.label, dashes: own.every((edge) => edge.dashes),
  };
}

/**
 * One line for each pair of things.
 * @param {Edge[]} edges
 * @param {(edge: Edge) => Look} look
 * @returns {SceneEdge[]}
 */
export function mergeLines(edges, look) {
  return pairsOf(edges).map((own) => oneLine(own, look(own[0])));
}

/**
 * Few lines between two things lie side by side, each with its wording; many are one line with their number.
 * @param {Edge[]} edges
 * @param {number | null} from  relations are worded from here
 * @param {(edge: Edge) => Look} look
 * @returns {SceneEdge[]}
 */
export function fanLines(edges, from, look) {
  return pairsOf(edges).flatMap((own) => {
    if (own.length > FEW) return oneLine(own, look(own[0]));
    return own.map((one, at) => {
      const edge = from === null ? one : turned(one, from);
      const bend = (at - (own.length - 1) / 2) * 0.24;
      return { ...edge, statements: [edge.statement], bend: edge.from < edge.to ? bend : -bend, tree: false, ...look(one) };
    });
  });
}

/**
 * One level line for each thing and the thing through which it is reached, with what it says; and the lines
 * between all others, which keep quiet.
 * @param {Edge[]} edges
 * @param {Map<number, number>} parent
 * @param {(edge: Edge) => boolean} faded
 * @returns {{lines: SceneEdge[], wordings: Map<number, string>}} wordings by the thing reached
 */
export function treeLines(edges, parent, faded) {
  /** @type {Map<number, string>} */
  const wordings = new Map();
  const lines = pairsOf(edges).map((own) => {
    const [{ from, to }] = own;
    const child = parent.get(to) === from ? to : parent.get(from) === to ? from : null;
    if (child === null) return oneLine(own, { faded: faded(own[0]), strong: false, quiet: true });
    const read = own.map((edge) => turned(edge, child === to ? from : to));
    wordings.set(child, wordingOf(read));
    return { ...oneLine(read, { faded: faded(own[0]), strong: false, quiet: false }), tree: true };
  });
  return { lines: [...lines.filter((line) => line.quiet), ...lines.filter((line) => !line.quiet)], wordings };
}
