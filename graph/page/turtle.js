/** Turtle of a selection: the very blocks that the build wrote, picked by subject; nothing is serialised here. */

import { data } from "./data.js";
import { unpack } from "./pack.js";

/** @typedef {{header: string, prefixes: Array<[string, string]>, blocks: Map<string, string>}} Written */

/** @type {{written: Promise<Written> | null}} */
const held = { written: null };

/**
 * @param {string} text  Turtle with its prefixes first and an empty line between subjects
 * @returns {Written}
 */
function split(text) {
  const [header, ...rest] = text.split("\n\n");
  const prefixes = [...header.matchAll(/^@prefix ([^:\s]*): <([^>]*)> \.$/gm)].map(([, name, iri]) => /** @type {[string, string]} */ ([name, iri]));
  const blocks = new Map(rest.map((block) => [block.slice(0, block.indexOf(" ")), block.trimEnd()]));
  return { header, prefixes: prefixes.sort((a, b) => b[1].length - a[1].length), blocks };
}

/**
 * @param {Written} written
 * @param {string} iri
 */
function blockOf({ prefixes, blocks }, iri) {
  const prefix = prefixes.find(([, base]) => iri.startsWith(base));
  const short = prefix ? `${prefix[0]}:${iri.slice(prefix[1].length)}` : "";
  return blocks.get(short) ?? blocks.get(`<${iri}>`);
}

/**
 * The triples of these things and statements, with the evidence of the statements.
 * @param {import("./data.js").Thing[]} things
 * @param {import("./data.js").Statement[]} statements
 * @returns {Promise<string>}
 */
export async function turtleOf(things, statements) {
  held.written ??= unpack(data.turtle).then(split);
  const written = await held.written;
  const iri = (/** @type {string} */ id) => (id.includes("://") ? id : data.base + id);
  const evidence = statements.flatMap((one) => one.evidence).flatMap((one) => [one, `${one}-pos`, `${one}-quote`]);
  const wanted = new Set([...things.map(({ id }) => iri(id)), ...statements.map(({ id }) => iri(id)), ...evidence]);
  const found = [...wanted].sort().map((one) => blockOf(written, one)).filter((block) => block !== undefined);
  const targets = found.flatMap((block) => [...block.matchAll(/ck:hasTarget (\S+)/g)].map(([, token]) => written.blocks.get(token)));
  const blocks = [...found, ...targets.filter((block) => block !== undefined)];
  return `${written.header}\n\n${blocks.join("\n\n")}\n`;
}
