/** What the page shows, in one place. Every state is an address: the hash holds all of it. */

/**
 * `thing` is what the panel shows, alone or with what is said of it and `other`; `middle` is what the graph is drawn
 * round when that is another thing; `path` is the far end of a path that goes through none of `avoid`.
 * @typedef {{
 *   view: string, thing: string, other: string, statement: string, middle: string, depth: number, map: boolean, path: string, avoid: string[],
 *   kinds: string[], classes: string[], sections: string[], modality: string[], types: string[],
 *   sure: string, q: string, sort: string, page: number, all: boolean,
 * }} State
 */

export const VIEWS = ["overview", "graph", "figures", "plans", "facts"];

/** @type {State} */
const START = {
  view: "overview",
  thing: "",
  other: "",
  statement: "",
  middle: "",
  depth: 1,
  map: false,
  path: "",
  avoid: [],
  kinds: [],
  classes: [],
  sections: [],
  modality: [],
  types: [],
  sure: "",
  q: "",
  sort: "",
  page: 1,
  all: false,
};

/** @type {Record<string, keyof State>} the short names in the address */
const KEYS = {
  v: "view",
  n: "thing",
  w: "other",
  f: "statement",
  o: "middle",
  d: "depth",
  m: "map",
  p: "path",
  x: "avoid",
  k: "kinds",
  c: "classes",
  s: "sections",
  mo: "modality",
  ty: "types",
  cf: "sure",
  q: "q",
  so: "sort",
  pg: "page",
  a: "all",
};

/**
 * The hash of a state, without what is as at the start.
 * @param {State} state
 */
export function writeHash(state) {
  const params = new URLSearchParams();
  for (const [short, name] of Object.entries(KEYS)) {
    const value = state[name];
    if (Array.isArray(value)) for (const one of value) params.append(short, one);
    else if (value !== START[name]) params.set(short, value === true ? "1" : String(value));
  }
  return `#${params.toString()}`;
}

/**
 * The state of a hash; what it does not say, or says wrongly, is as at the start.
 * @param {string} hash
 * @returns {State}
 */
export function readHash(hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const state = /** @type {Record<string, unknown>} */ ({ ...START });
  for (const [short, name] of Object.entries(KEYS)) {
    if (!params.has(short)) continue;
    const start = START[name];
    if (Array.isArray(start)) state[name] = params.getAll(short);
    else if (typeof start === "number") state[name] = Math.max(1, Math.round(Number(params.get(short))) || 1);
    else if (typeof start === "boolean") state[name] = params.get(short) === "1";
    else state[name] = params.get(short);
  }
  const read = /** @type {State} */ (/** @type {unknown} */ (state));
  return { ...read, view: VIEWS.includes(read.view) ? read.view : START.view, depth: Math.min(read.depth, 3) };
}

/** @type {Array<(state: State, before: State) => void>} */
const listeners = [];
/** @type {{current: State}} */
const held = { current: readHash(location.hash) };

/** @returns {State} */
export function getState() {
  return held.current;
}

/** @param {(state: State, before: State) => void} listener */
export function subscribe(listener) {
  listeners.push(listener);
}

/** @param {State} next */
function set(next) {
  const before = held.current;
  held.current = next;
  for (const listener of listeners) listener(next, before);
}

/**
 * Changes the state; each change is a step in the browser's history unless `replace` says otherwise.
 * @param {Partial<State>} patch
 * @param {{replace?: boolean}} [options]
 */
export function update(patch, options = {}) {
  const next = { ...held.current, ...patch };
  const hash = writeHash(next);
  if (hash === writeHash(held.current)) return;
  if (options.replace) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
  set(next);
}

/**
 * The address of a state that differs from the current one.
 * @param {Partial<State>} patch
 */
export function hrefOf(patch) {
  return writeHash({ ...held.current, ...patch });
}

/**
 * A thing chosen, for the panel.
 * @param {string} thing
 * @returns {Partial<State>}
 */
export function choosing(thing) {
  return { thing, other: "", statement: "" };
}

/**
 * A thing chosen and put in the middle of the drawing.
 * @param {string} thing
 * @returns {Partial<State>}
 */
export function centring(thing) {
  return { ...choosing(thing), middle: "", path: "", avoid: [], map: false };
}

/** Nothing filtered. */
export const NO_FILTER = {
  kinds: /** @type {string[]} */ ([]),
  classes: /** @type {string[]} */ ([]),
  sections: /** @type {string[]} */ ([]),
  modality: /** @type {string[]} */ ([]),
  types: /** @type {string[]} */ ([]),
  sure: "",
  q: "",
  page: 1,
};

/** Follows back, forward and addresses typed by hand. */
export function followHash() {
  const follow = () => {
    if (location.hash !== writeHash(held.current)) set(readHash(location.hash));
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
}
