/** A table with sortable columns, a hundred rows at a time. */

import { counted, h } from "./dom.js";
import { hrefOf } from "./state.js";

/** @typedef {import("./state.js").State} State */
/**
 * @template T
 * @typedef {{name: string, key: string, number?: boolean, sort: (row: T) => string | number,
 *   cell: (row: T) => string | number | Node | Node[]}} Column
 */

const PAGE = 100;

/**
 * @template T
 * @param {T[]} rows
 * @param {Column<T>[]} columns
 * @param {string} sort  the key of a column, after `-` from the greatest down
 * @returns {T[]}
 */
export function sortRows(rows, columns, sort) {
  const column = columns.find((one) => one.key === sort.replace(/^-/, ""));
  if (!column) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const keyed = rows.map((row, at) => ({ row, at, key: column.sort(row) }));
  keyed.sort((a, b) => sign * compare(a.key, b.key) || a.at - b.at);
  return keyed.map(({ row }) => row);
}

/**
 * @param {string | number} a
 * @param {string | number} b
 */
function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
}

/**
 * @template T
 * @param {T[]} rows
 * @param {Column<T>[]} columns
 * @param {State} state
 * @param {{caption: string, fallback?: string}} options
 */
export function sortableTable(rows, columns, state, { caption, fallback = "" }) {
  const sort = columns.some((one) => one.key === state.sort.replace(/^-/, "")) ? state.sort : fallback;
  const sorted = sortRows(rows, columns, sort);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const page = Math.min(state.page, pages);
  const shown = sorted.slice((page - 1) * PAGE, page * PAGE);
  const head = columns.map((column) => {
    const mine = sort.replace(/^-/, "") === column.key;
    const down = mine && sort.startsWith("-");
    return h("th", { scope: "col", "aria-sort": mine ? (down ? "descending" : "ascending") : null, class: column.number ? "number" : null },
      h("a.sort", { href: hrefOf({ sort: mine && !down ? `-${column.key}` : column.key, page: 1 }), key: `sort:${column.key}` },
        column.name, h("span.arrow", { "aria-hidden": "true" }, mine ? (down ? " ▼" : " ▲") : "")));
  });
  const body = shown.map((row) => h("tr", {}, columns.map((column) => h("td", { class: column.number ? "number" : null, data: { label: column.name } }, h("div", {}, column.cell(row))))));
  return h("div.table-wrap", {},
    h("div.scroll", { tabindex: "0", role: "region", "aria-label": caption },
      h("table.rows", {}, h("caption.hidden-text", {}, caption), h("thead", {}, h("tr", {}, head)), h("tbody", {}, body))),
    pages > 1 && h("nav.pages", { "aria-label": `Pages of ${caption.toLowerCase()}` },
      Array.from({ length: pages }, (_, at) => h("a", { href: hrefOf({ page: at + 1 }), "aria-current": at + 1 === page ? "page" : null, key: `page:${at + 1}` }, String(at + 1))),
      h("span.meta", {}, `${(page - 1) * PAGE + 1}–${(page - 1) * PAGE + shown.length} of ${counted(sorted.length, "row")}`)));
}
