/** Lays out a part of the map anew, from where its things stand on the whole map: a small force layout. */

const ROUNDS = 220;
const LENGTH = 95;
const WIDER = 1.5;
const GAP = 130;

/** @typedef {{index: number, x: number, y: number}} Point */

/**
 * The new places of the things; those without a link among themselves stand in rows underneath.
 * @param {Point[]} points
 * @param {Array<{from: number, to: number}>} edges
 * @returns {Map<number, {x: number, y: number}>}
 */
export function relax(points, edges) {
  const linked = new Set(edges.filter((edge) => edge.from !== edge.to).flatMap((edge) => [edge.from, edge.to]));
  const joined = points.filter((point) => linked.has(point.index));
  const at = new Map(joined.map((point, n) => [point.index, n]));
  const pairs = edges.map((edge) => [at.get(edge.from) ?? 0, at.get(edge.to) ?? 0]).filter(([a, b]) => a !== b);
  const shrink = Math.min(1, (LENGTH * Math.sqrt(joined.length)) / Math.max(1, ...joined.map((point) => Math.hypot(point.x, point.y))));
  const spots = joined.map((point, n) => ({ x: point.x * shrink + (n % 7), y: point.y * shrink + (n % 5), dx: 0, dy: 0 }));
  for (let round = 0; round < ROUNDS; round += 1) step(spots, pairs, 18 * (1 - round / ROUNDS) + 1);
  return settle(points, joined, spots);
}

/**
 * @param {Array<{x: number, y: number, dx: number, dy: number}>} spots
 * @param {number[][]} pairs
 * @param {number} most  how far a thing may move in this round
 */
function step(spots, pairs, most) {
  for (const spot of spots) {
    spot.dx = -spot.x * 0.05;
    spot.dy = -spot.y * 0.07;
  }
  for (let a = 0; a < spots.length; a += 1) {
    for (let b = a + 1; b < spots.length; b += 1) {
      const [x, y] = [spots[a].x - spots[b].x, spots[a].y - spots[b].y];
      const push = (LENGTH * LENGTH) / Math.max(x * x + y * y, 100);
      spots[a].dx += x * push * 0.1;
      spots[a].dy += y * push * 0.1;
      spots[b].dx -= x * push * 0.1;
      spots[b].dy -= y * push * 0.1;
    }
  }
  for (const [a, b] of pairs) {
    const [x, y] = [spots[b].x - spots[a].x, spots[b].y - spots[a].y];
    const pull = ((Math.hypot(x, y) - LENGTH * 0.8) / LENGTH) * 0.12;
    spots[a].dx += x * pull;
    spots[a].dy += y * pull;
    spots[b].dx -= x * pull;
    spots[b].dy -= y * pull;
  }
  for (const spot of spots) {
    const far = Math.hypot(spot.dx, spot.dy);
    const part = far > most ? most / far : 1;
    spot.x += spot.dx * part;
    spot.y += spot.dy * part;
  }
}

/**
 * @param {Point[]} points
 * @param {Point[]} joined
 * @param {Array<{x: number, y: number}>} spots
 */
function settle(points, joined, spots) {
  const placed = new Map(joined.map((point, n) => [point.index, { x: Math.round(spots[n].x * WIDER), y: Math.round(spots[n].y) }]));
  const xs = [...placed.values()].map(({ x }) => x);
  const ys = [...placed.values()].map(({ y }) => y);
  const alone = points.filter((point) => !placed.has(point.index));
  const width = Math.max(4, Math.ceil((Math.max(0, ...xs) - Math.min(0, ...xs)) / GAP), Math.ceil(Math.sqrt(alone.length * 2)));
  const top = ys.length ? Math.max(...ys) + 90 : 0;
  alone.forEach((point, n) => {
    const across = Math.min(width, alone.length);
    placed.set(point.index, { x: Math.round(((n % width) - (across - 1) / 2) * GAP), y: top + Math.floor(n / width) * 56 });
  });
  return placed;
}
