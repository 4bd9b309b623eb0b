/** Opens what the build packed to keep the page light: gzip written as base64. */

/**
 * @param {string} packed
 * @returns {Promise<string>}
 */
export async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/**
 * The value of a JSON block of the page; a block that is one string holds its JSON packed.
 * @param {string} id
 * @returns {Promise<any>}
 */
export async function readBlock(id) {
  const value = JSON.parse(document.getElementById(id)?.textContent ?? "null");
  return typeof value === "string" ? JSON.parse(await unpack(value)) : value;
}
