/** Starts the page: reads the state out of the address and draws what it says, again at every change. */

import { data, loadData } from "./data.js";
import { byId, h, replace } from "./dom.js";
import { bindPrint, renderExports } from "./exports.js";
import { renderFacts } from "./facts.js";
import { renderFigures } from "./figures.js";
import { renderChips, renderFilters } from "./filters.js";
import { bindGraph, redrawGraph, renderGraph } from "./graph.js";
import { renderOverview } from "./overview.js";
import { bindPanel, renderPanel } from "./panel.js";
import { renderPlans } from "./plans.js";
import { bindSearch } from "./search.js";
import { VIEWS, followHash, getState, hrefOf, subscribe } from "./state.js";
import { bindTheme } from "./theme.js";

/** @typedef {import("./state.js").State} State */

/** @type {Record<string, (root: HTMLElement, state: State) => void>} */
const RENDERERS = {
  overview: renderOverview,
  graph: renderGraph,
  figures: renderFigures,
  plans: renderPlans,
  facts: renderFacts,
};

/** @type {Record<string, string>} */
const NAMES = { overview: "Overview", graph: "Graph", figures: "Figures", plans: "Plans", facts: "All facts" };

/** @param {State} state */
function renderTabs(state) {
  replace(byId("tabs"), VIEWS.map((view) => h("li", {}, h("a", {
    href: hrefOf({ view, sort: "", page: 1 }), "aria-current": view === state.view ? "page" : null, key: `tab:${view}`,
  }, NAMES[view]))));
}

/** @param {State} state */
function renderView(state) {
  for (const view of VIEWS) byId(`view-${view}`).hidden = view !== state.view;
  RENDERERS[state.view](byId(`view-${state.view}`), state);
  document.body.dataset.view = state.view;
  document.title = `${NAMES[state.view]} – ${document.body.dataset.title ?? ""}`;
}

/**
 * @param {State} state
 * @param {State | null} before
 */
function render(state, before) {
  renderTabs(state);
  renderFilters(state);
  renderChips(state);
  const chosen = !before || before.thing !== state.thing || before.other !== state.other || before.statement !== state.statement;
  renderPanel(state, { keepFocus: !before || !chosen });
  renderView(state);
  renderExports(state);
  if (before && before.view !== state.view) byId("main").scrollTop = 0;
}

async function start() {
  await loadData();
  byId("thing-names").append(...data.things.map((thing) => h("option", { value: thing.label })));
  if (matchMedia("(max-width: 900px)").matches) byId("filters").removeAttribute("open");
  bindSearch();
  bindPanel();
  bindGraph();
  bindPrint();
  bindTheme(redrawGraph);
  followHash();
  subscribe(render);
  render(getState(), null);
  /** @type {number | undefined} */
  let resting;
  addEventListener("resize", () => {
    clearTimeout(resting);
    resting = setTimeout(redrawGraph, 150);
  });
  document.documentElement.dataset.ready = "true";
}

void start();
