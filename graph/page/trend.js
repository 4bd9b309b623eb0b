/** How the values of a metric go from period to period. */

import { barChart } from "./charts.js";
import { statedOf } from "./data.js";
import { hrefOf } from "./state.js";

/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./data.js").Statement} Statement */
/** @typedef {import("./data.js").Thing} Thing */

/**
 * The values of a metric from period to period, a chart for each unit in which there are several.
 * @param {Thing} thing
 * @param {Statement[]} shown
 */
export function overTime(thing, shown) {
  const levels = /** @type {Figure[]} */ (shown).filter((one) => one.type === "figure" && one.indicator === thing.index && one.measure === "level" && !one.breakdown.length);
  const units = [...new Set(levels.map((one) => one.unit))].map((unit) => levels.filter((one) => one.unit === unit));
  return units.filter((own) => new Set(own.map((one) => one.period)).size > 1).map((own) =>
    barChart(
      [...own].sort((a, b) => a.period.localeCompare(b.period, "en", { numeric: true }) || a.row - b.row).map((one) => ({
        label: one.period, value: Number(one.value), text: statedOf(one), href: hrefOf({ statement: one.id }), id: one.id, note: "",
      })),
      { title: `From period to period, ${own[0].unit === "number" ? "counts" : `in ${own[0].unit}`}`, id: `time-${own[0].unit}`, asGiven: true }));
}
