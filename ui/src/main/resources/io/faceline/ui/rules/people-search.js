// @ts-check

/**
 * The people whose names have each word of a text, those first whose name begins with it.
 *
 * @template {{id: string, name: string}} T
 * @param {T[]} people
 * @param {string[]} without ids
 * @param {string} text
 * @param {number} most
 * @returns {{some: T[], more: number}} at most so many, and how many more there are
 */
export function found(people, without, text, most) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const taken = new Set(without);
  const all = people.filter(({ id, name }) => !taken.has(id) && words.every((word) => plain(name).includes(word)));
  const begins = (/** @type {T} */ { name }) => (plain(name).startsWith(words[0] ?? '') ? 0 : 1);
  all.sort((a, b) => begins(a) - begins(b) || a.name.localeCompare(b.name));
  return { some: all.slice(0, most), more: Math.max(0, all.length - most) };
}

/** Without accents and capitals. @param {string} text */
function plain(text) {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
