/** Places the labels of a drawing at a constant size on the screen, the most important first, none over another. */

import { pointOn } from "./curves.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").SceneNode} SceneNode */
/** @typedef {import("./scene.js").SceneEdge} SceneEdge */
/** @typedef {import("./marks.js").Colours} Colours */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{context: CanvasRenderingContext2D, scale: number, colours: Colours, sight: Box, taken: Box[], shapes: Map<number, Box>, labels: Label[]}} Sheet
 *   what is written on: `sight` is what of the drawing is seen, `taken` and `shapes` what is full already, all in pixels */
/** @typedef {{text: string, x: number, y: number, font: string, ink: string}} Label  its left end and middle, in pixels */
/** @typedef {{hovered: number | null, selected: number | null, strong: (edge: SceneEdge) => boolean}} Look */

const MOST_LABELS = 160;
const FREE_LABELS = 5; // the first labels may cover a shape, not another label
const LONGEST = 34; // characters of a label before it is cut; the panel has it whole
const LONGEST_WORDING = 30;
const FONT = '"Inter", "Segoe UI", system-ui, sans-serif';
const SPOTS = [0.5, 0.62, 0.4, 0.72, 0.3]; // where along a line its wording may stand
const REACH = 12; // from the middle of a thing to its words
const HALF = 8; // of the height of a line of text

/** @param {string} text */
export function clip(text, most = LONGEST) {
  const all = [...text];
  return all.length > most ? `${all.slice(0, most - 1).join("").trimEnd()}…` : text;
}

/**
 * The labels of a scene, each with its place in the drawing at this scale.
 * @param {CanvasRenderingContext2D} context  to measure with
 * @param {number} scale
 * @param {Scene} scene
 * @param {Look} look
 * @param {Colours} colours
 * @param {Box} sight  what of the drawing is seen, in pixels
 * @returns {Label[]}
 */
export function placeLabels(context, scale, scene, look, colours, sight) {
  const shapes = new Map(scene.nodes.map(({ index, x, y }) => [index, boxAt(x * scale, y * scale, 6, 6)]));
  /** @type {Sheet} */
  const sheet = { context, scale, colours, sight, taken: [], shapes, labels: [] };
  context.save();
  for (const note of scene.notes) writeNote(sheet, note);
  writeNames(sheet, scene, look);
  sheet.taken.push(...shapes.values());
  writeWordings(sheet, scene, look);
  context.restore();
  return sheet.labels;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} scale
 * @param {Label[]} labels
 * @param {string} halo
 */
export function drawLabels(context, scale, labels, halo) {
  context.save();
  context.scale(1 / scale, 1 / scale);
  Object.assign(context, { textBaseline: "middle", textAlign: "left", lineJoin: "round", lineWidth: 4, strokeStyle: halo });
  for (const { text, x, y, font, ink } of labels) {
    context.font = font;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  }
  context.restore();
}

/**
 * Writes a note above the place it is about.
 * @param {Sheet} sheet
 * @param {{x: number, y: number, text: string}} note
 */
function writeNote(sheet, { x, y, text }) {
  const { context, scale, colours } = sheet;
  context.font = `12px ${FONT}`;
  const half = context.measureText(text).width / 2;
  const [left, middle] = [x * scale - 6, y * scale - 26];
  sheet.taken.push(boxAt(left + half, middle, half + 4, HALF));
  writeText(sheet, text, left, middle, "12px", colours.soft);
}

/**
 * @param {Sheet} sheet
 * @param {Scene} scene
 * @param {Look} look
 */
function writeNames(sheet, scene, { hovered, selected }) {
  const first = (/** @type {SceneNode} */ node) =>
    node.index === hovered || node.index === selected ? 3 : node.centre ? 2 : node.faded ? 0 : 1;
  const ordered = [...scene.nodes].sort((a, b) => first(b) - first(a) || b.weight - a.weight || a.index - b.index);
  let written = 0;
  for (const node of ordered) {
    const must = first(node) >= 2;
    if (!must && (written >= MOST_LABELS || node.faded)) continue;
    if (writeName(sheet, node, must, written < FREE_LABELS)) written += 1;
  }
}

/**
 * Writes the wording of each line: beside its thing where lines arrive level, else along the line.
 * @param {Sheet} sheet
 * @param {Scene} scene
 * @param {Look} look
 */
function writeWordings(sheet, scene, look) {
  const at = new Map(scene.nodes.map((node) => [node.index, node]));
  const few = scene.edges.length <= 120 && sheet.scale > 0.45;
  for (const edge of scene.edges.filter(look.strong)) if (!edge.tree) writeAlong(sheet, edge, at, true);
  for (const node of scene.nodes) if (node.wording && !node.faded) writeBeside(sheet, node, node.index === look.hovered || node.index === look.selected);
  if (!few) return;
  for (const edge of scene.edges) if (!edge.tree && !edge.faded && !edge.quiet && !look.strong(edge)) writeAlong(sheet, edge, at, false);
}

/**
 * The text, cut at its end until it is no wider than the room.
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} room  pixels
 */
function fitted(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  let most = Math.max(3, Math.floor((text.length * room) / context.measureText(text).width));
  while (most > 3 && context.measureText(clip(text, most)).width > room) most -= 1;
  return clip(text, most);
}

/**
 * Where a name may stand, the best place first.
 * @param {SceneNode} node
 * @param {number} width  of the name
 * @returns {Array<[number, number]>} the left edge and the middle height, from the middle of the thing
 */
function placesFor(node, width) {
  const away = node.centre ? 18 : 11;
  const [left, right] = /** @type {[number, number][]} */ ([[-away - width, 0], [away, 0]]);
  const below = /** @type {[number, number]} */ ([-width / 2, node.centre ? 24 : 16]);
  if (node.anchor !== "middle") return [node.anchor === "left" ? left : right];
  return node.centre ? [below] : [below, right, left, [-width / 2, -16]];
}

/**
 * Writes a name where it covers nothing; one that must be seen covers what it must. Returns whether it stands there.
 * @param {Sheet} sheet
 * @param {SceneNode} node
 * @param {boolean} must
 * @param {boolean} free  it may cover a shape
 */
function writeName(sheet, node, must, free) {
  const { context, scale, sight, colours } = sheet;
  const font = node.centre ? "600 14px" : "12px";
  context.font = `${font} ${FONT}`;
  const own = { x: node.x * scale, y: node.y * scale };
  const more = node.more ? ` +${node.more}` : "";
  const whole = more ? (/** @type {string} */ name) => `\u2068${name}\u2069${more}` : String; // kept apart from a name that runs to the left
  const rim = node.anchor === "left" ? own.x - sight.left : node.anchor === "right" ? sight.right - own.x : Infinity;
  const room = Math.min(rim, must ? Infinity : node.room * scale) - 20 - context.measureText(more).width;
  const text = whole(fitted(context, clip(node.label, must ? 60 : LONGEST), Math.max(room, 30)));
  const width = context.measureText(text).width;
  const boxes = placesFor(node, width).map(([dx, dy]) => boxAt(own.x + dx + width / 2, own.y + dy, width / 2 + 3, HALF));
  const seen = boxes.filter((box) => !outside(box, sight));
  const clear = seen.find((box) => !isTaken(sheet, box, node.index)) ?? (free ? seen.find((box) => !isTaken(sheet, box, null)) : undefined);
  const box = clear ?? (must ? within(boxes[0], sight) : undefined);
  if (!box) return false;
  writeText(sheet, text, box.left + 3, box.top + HALF, font, colours.ink);
  sheet.taken.push(box);
  return true;
}

/**
 * Writes how a thing is joined to the one before it: on the last stretch of its line, or below its name.
 * @param {Sheet} sheet
 * @param {SceneNode} node
 * @param {boolean} strong
 */
function writeBeside(sheet, node, strong) {
  const { context, scale, colours, sight } = sheet;
  context.font = `11px ${FONT}`;
  const own = { x: node.x * scale, y: node.y * scale + (node.below ? 14 : 0) };
  const room = Math.min(node.wordingRoom * scale, node.below ? sight.right - own.x - 20 : Infinity);
  for (const part of [1, 0.6]) {
    const text = fitted(context, clip(node.wording, LONGEST_WORDING), Math.max(30, room * part));
    const width = context.measureText(text).width;
    const after = node.below ? own.x + 11 : own.x + REACH + 8;
    const left = (node.anchor === "left") === node.below ? own.x - REACH - 8 - width : after;
    const box = boxAt(left + width / 2, own.y, width / 2 + 2, node.below ? 5 : 7);
    if (isTaken(sheet, box, null)) continue;
    sheet.taken.push(box);
    return writeText(sheet, text, left, own.y, "11px", strong ? colours.accent : colours.soft);
  }
}

/**
 * Writes the wording of a line on it, where there is room.
 * @param {Sheet} sheet
 * @param {SceneEdge} edge
 * @param {Map<number, SceneNode>} at
 * @param {boolean} strong
 */
function writeAlong(sheet, edge, at, strong) {
  const [from, to] = [at.get(edge.from), at.get(edge.to)];
  if (!from || !to || !edge.label) return;
  const { context, scale, colours } = sheet;
  const text = clip(edge.label, LONGEST_WORDING);
  const font = strong ? "600 11px" : "11px";
  context.font = `${font} ${FONT}`;
  const half = context.measureText(text).width / 2;
  if (!strong && Math.hypot(to.x - from.x, to.y - from.y) * scale < Math.min(70, half * 2 + 24)) return;
  const boxes = SPOTS.map((t) => pointOn(edge, from, to, t)).map(({ x, y }) => boxAt(x * scale, y * scale, half + 2, 7));
  const box = boxes.find((one) => !isTaken(sheet, one, null)) ?? (strong ? boxes[0] : null);
  if (!box) return;
  sheet.taken.push(box);
  writeText(sheet, text, box.left + 2, box.top + 7, font, strong ? colours.accent : colours.soft);
}

/**
 * @param {Sheet} sheet
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} font
 * @param {string} ink
 */
function writeText({ labels }, text, x, y, font, ink) {
  labels.push({ text, x, y, font: `${font} ${FONT}`, ink });
}

/**
 * Whether a box lies over words, or over the shape of a thing other than `own`; shapes do not count when `own` is null.
 * @param {Sheet} sheet
 * @param {Box} box
 * @param {number | null} own
 */
function isTaken({ taken, shapes }, box, own) {
  if (taken.some((other) => overlap(box, other))) return true;
  if (own === null) return false;
  for (const [index, shape] of shapes) if (index !== own && overlap(box, shape)) return true;
  return false;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} across  half the width
 * @param {number} down  half the height
 * @returns {Box}
 */
function boxAt(x, y, across, down) {
  return { left: x - across, top: y - down, right: x + across, bottom: y + down };
}

/**
 * @param {Box} box
 * @param {Box} sight
 */
function outside(box, sight) {
  return box.left < sight.left || box.right > sight.right || box.top < sight.top || box.bottom > sight.bottom;
}

/**
 * The box moved sideways into sight, as far as it fits.
 * @param {Box} box
 * @param {Box} sight
 * @returns {Box}
 */
function within(box, sight) {
  const by = box.left < sight.left ? sight.left - box.left : Math.min(0, sight.right - box.right);
  return { ...box, left: box.left + by, right: box.right + by };
}

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
