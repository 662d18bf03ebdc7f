// @ts-check

/**
 * What is wrong, and at which field.
 * @typedef {{path: string, text: string}} FieldProblem
 */

/** Such as `zone: it is missing`, `rule "x" who.list: there is none`, or `sure: levels must increase`. */
const WITH_PATH = /^(?:[a-z ]+"[^"]*" )?([a-z][A-Za-z]*(?:\[\d+\])?(?:\.[A-Za-z]+(?:\[\d+\])?)*): (.+)$/s;
const FIRST_WORD = /^([a-z][A-Za-z]*)\b/;

/**
 * What an answer of the server says of a field.
 *
 * @param {string} detail
 * @param {string[]} paths of the fields that there are
 * @returns {FieldProblem} whose path is empty if it is about no field that there is
 */
export function problemOf(detail, paths) {
  const [, path, text] = WITH_PATH.exec(detail) ?? [null, '', detail];
  const [, word] = FIRST_WORD.exec(text) ?? [null, ''];
  const within = path ? `${path}.${word}` : word;
  const found = [within, path].map((wanted) => nearest(wanted, paths)).find(Boolean);
  return { path: found ?? '', text };
}

/** The field itself, or the one that it is part of, or the first of its parts. @param {string} wanted @param {string[]} paths */
function nearest(wanted, paths) {
  if (!wanted) {
    return undefined;
  }
  const plain = wanted.replaceAll(/\[\d+\]/g, '');
  return (
    paths.find((path) => path === plain) ??
    paths.find((path) => plain.startsWith(`${path}.`)) ??
    paths.find((path) => path.startsWith(`${plain}.`))
  );
}
