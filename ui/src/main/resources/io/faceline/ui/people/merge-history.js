// @ts-check

/** @typedef {{id: string, name: string}} Person */

/** The merges made in this tab, so that they can be undone: the server lists a merge only with the person that was merged. */
const KEY = 'faceline.merges';

/** @returns {(Person & {into: string})[]} */
function all() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
}

/** The people that were merged into this one. @param {Pick<Person, 'id'>} person */
export function mergesInto(person) {
  return all().filter(({ into }) => into === person.id);
}

/**
 * @param {Person} person
 * @param {Pick<Person, 'id'>} into
 */
export function rememberMerge(person, into) {
  sessionStorage.setItem(KEY, JSON.stringify([...all(), { id: person.id, name: person.name, into: into.id }]));
}

/**
 * @param {Pick<Person, 'id'>} person
 * @param {Pick<Person, 'id'>} into
 */
export function forgetMerge(person, into) {
  sessionStorage.setItem(
    KEY,
    JSON.stringify(all().filter((merge) => merge.id !== person.id || merge.into !== into.id)),
  );
}
