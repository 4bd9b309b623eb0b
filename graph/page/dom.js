/** Builds elements without ever parsing markup: every text goes in as text. */

/**
 * @typedef {string | number | Node | null | undefined | false} Leaf
 * @typedef {Leaf | Child[]} Child  lists may lie in lists
 * @typedef {Record<string, unknown>} Props  `on` (listeners by event), `data` (data-*), `key` (`data-key`: who
 *   gets the focus back when all is drawn anew), else attributes
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Element} element
 * @param {Props} props
 */
function setProps(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(/** @type {Record<string, EventListener>} */ (value))) {
        element.addEventListener(event, listener);
      }
    } else if (name === "data") {
      for (const [key, text] of Object.entries(/** @type {Record<string, unknown>} */ (value))) {
        element.setAttribute(`data-${key}`, String(text));
      }
    } else {
      element.setAttribute(name === "key" ? "data-key" : name, value === true ? "" : String(value));
    }
  }
}

/**
 * @param {Element} parent
 * @param {Child[]} children
 */
export function append(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/**
 * An HTML element; a button does nothing but what it listens for.
 * @param {string} tag  with classes after dots: "p.meta"
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  setProps(element, name === "button" ? { type: "button", ...props } : props);
  append(element, children);
  return element;
}

/**
 * An SVG element.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, props = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  setProps(element, props);
  append(element, children);
  return element;
}

/**
 * Puts new children in place of the old, and gives the focus back to the element with the same `data-key`.
 * @param {Element} parent
 * @param {...Child} children
 */
export function replace(parent, ...children) {
  const active = document.activeElement;
  const key = active && parent.contains(active) ? active.getAttribute("data-key") : null;
  parent.replaceChildren();
  append(parent, children);
  if (key === null) return;
  const next = parent.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/**
 * The element with this id, which the template holds.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * "1 thing", "2 things".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/**
 * Says something to screen readers, politely.
 * @param {string} text
 */
export function announce(text) {
  byId("live").textContent = text;
}
