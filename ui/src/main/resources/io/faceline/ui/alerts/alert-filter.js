// @ts-check
import { routeAddressWith } from '../shared/router.js';

/** @typedef {import('./alerts-api.js').AlertView} AlertView */

/**
 * Which alerts are asked for; empty is any.
 * @typedef {object} Filter
 * @property {string} state OPEN or CLOSED
 * @property {string} rule an id, as the others
 * @property {string} list
 * @property {string} person
 * @property {string} source
 * @property {string} last a span until now: hour, day or week
 * @property {string} from an ISO 8601 time
 * @property {string} to an ISO 8601 time
 */

/** Spans until now, in hours. */
export const SPANS = { hour: 1, day: 24, week: 168 };

/** @type {(keyof Filter)[]} */
const FIELDS = ['state', 'rule', 'list', 'person', 'source', 'last', 'from', 'to'];
const STATES = ['OPEN', 'CLOSED'];
const HOUR_MILLIS = 3_600_000;

/** The filter of an address; what it does not understand is left out. @param {URLSearchParams} query @returns {Filter} */
export function filterOf(query) {
  const [state, rule, list, person, source, last, from, to] = FIELDS.map((field) => query.get(field) ?? '');
  return {
    state: STATES.includes(state) ? state : '',
    rule,
    list,
    person,
    source,
    last: Object.hasOwn(SPANS, last) ? last : '',
    from: timeOf(from),
    to: timeOf(to),
  };
}

/** @param {string} text */
function timeOf(text) {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

/** The address of a filter, for links and to come back to. @param {Filter} filter */
export function filterAddress(filter) {
  return routeAddressWith(['alerts'], parametersOf(filter, FIELDS));
}

/** As the server takes it. @param {Filter} filter */
export function queryOf(filter, now = Date.now()) {
  const { from, to } = boundsOf(filter, now);
  return parametersOf({ ...filter, from, to }, ['state', 'rule', 'list', 'person', 'source', 'from', 'to']);
}

/** How many things are asked for; the state is shown by itself. @param {Filter} filter */
export function countOf({ rule, list, person, source, last, from, to }) {
  return [rule, list, person, source, last || from || to].filter(Boolean).length;
}

/** Whether an alert is asked for, as the server decides it. @param {Filter} filter @param {AlertView} alert */
export function takes(filter, alert, now = Date.now()) {
  const { from, to } = boundsOf(filter, now);
  return (
    isAsked(filter.state, [alert.state]) &&
    isAsked(filter.rule, [alert.rule]) &&
    isAsked(filter.list, [alert.list?.id]) &&
    isAsked(filter.person, [alert.person?.id, alert.wasPerson?.id]) &&
    isAsked(filter.source, [alert.source]) &&
    (!from || Date.parse(alert.lastSeen) >= Date.parse(from)) &&
    (!to || Date.parse(alert.firstSeen) < Date.parse(to))
  );
}

/** @param {string} asked @param {(string | null | undefined)[]} values */
function isAsked(asked, values) {
  return asked === '' || values.includes(asked);
}

/** @param {Filter} filter @param {number} now */
function boundsOf({ last, from, to }, now) {
  const hours = SPANS[/** @type {keyof typeof SPANS} */ (last)];
  return hours ? { from: new Date(now - hours * HOUR_MILLIS).toISOString(), to: '' } : { from, to };
}

/** @param {Filter} filter @param {(keyof Filter)[]} fields */
function parametersOf(filter, fields) {
  return new URLSearchParams(fields.filter((field) => filter[field]).map((field) => [field, filter[field]]));
}
