/** Where the lines of a drawing run, worked out as vis-network draws them. */

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{bend: number, tree: boolean}} Course  `tree` leaves and arrives level; else `bend` is the roundness, negative for the other side */

export const LEVEL = 0.62; // how far along a level line its control points lie

/**
 * The control points of a line: two for a level one, else one.
 * @param {Course} course
 * @param {Point} a
 * @param {Point} b
 * @returns {Point[]}
 */
export function controlsOf({ bend, tree }, a, b) {
  if (tree) {
    const reach = LEVEL * (b.x - a.x);
    return [{ x: a.x + reach, y: a.y }, { x: b.x - reach, y: b.y }];
  }
  const reach = (0.5 * Math.abs(bend) + 0.5) * Math.hypot(b.x - a.x, b.y - a.y);
  const angle = Math.atan2(a.y - b.y, b.x - a.x) + (0.5 * bend + 0.5) * Math.PI;
  return [{ x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) }];
}

/**
 * The point at part `t` of a line.
 * @param {Course} course
 * @param {Point} a
 * @param {Point} b
 * @param {number} t  from 0 to 1
 * @returns {Point}
 */
export function pointOn(course, a, b, t) {
  let points = [a, ...controlsOf(course, a, b), b];
  while (points.length > 1) {
    points = points.slice(1).map((next, n) => ({ x: points[n].x + (next.x - points[n].x) * t, y: points[n].y + (next.y - points[n].y) * t }));
  }
  return points[0];
}

/**
 * A line as the data of an SVG path.
 * @param {Course} course
 * @param {Point} a
 * @param {Point} b
 */
export function pathOf(course, a, b) {
  const controls = controlsOf(course, a, b).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${a.x} ${a.y}${course.tree ? "C" : "Q"}${controls.join(" ")} ${b.x} ${b.y}`;
}
