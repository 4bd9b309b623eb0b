/** Copies text and Turtle to the clipboard, and says so. */

import { announce, byId, counted } from "./dom.js";
import { turtleOf } from "./turtle.js";

/** @typedef {import("./data.js").Thing} Thing */
/** @typedef {import("./data.js").Statement} Statement */

/**
 * @param {string} text
 * @param {string} what
 */
export async function copyText(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`${what} copied`);
  } catch {
    announce("This browser does not let a page copy");
  }
  toast(byId("live").textContent ?? "");
}

/** @param {string} text */
function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.hidden = false;
  setTimeout(() => { box.hidden = true; }, 2500);
}

/**
 * @param {Thing[]} things
 * @param {Statement[]} statements
 */
export async function copyTurtle(things, statements) {
  await copyText(await turtleOf(things, statements), `${counted(things.length, "thing")} and ${counted(statements.length, "fact")} as Turtle`);
}
