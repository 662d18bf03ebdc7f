// @ts-check
import { requestJson } from '../shared/api.js';
import { routeAddressWith } from '../shared/router.js';
import { FIND } from './film-link.js';

const VISITS = '/api/v1/visits';
/** As the server names them; the first is the default. */
export const ORDERS = ['time', 'duration', 'similarity'];

/**
 * What is searched for in all videos.
 * @typedef {object} Search
 * @property {string} person an id; empty for nobody yet
 * @property {string} together the id of somebody who must be in view at the same time; empty for anybody
 * @property {boolean} isSureOnly whether uncertain visits are left out
 * @property {string} order
 */

/** The search of an address. @param {URLSearchParams} query @returns {Search} */
export function searchOf(query) {
  const order = query.get('sort') ?? '';
  return {
    person: query.get('person') ?? '',
    together: query.get('with') ?? '',
    isSureOnly: query.get('decision') === 'match',
    order: ORDERS.includes(order) ? order : ORDERS[0],
  };
}

/** The address of a search, for links and to come back to. @param {Search} search */
export function searchAddress(search) {
  return routeAddressWith(['videos', FIND], parametersOf(search));
}

/** The address of all visits as a file. @param {Search} search */
export function csvAddress(search) {
  const query = parametersOf(search);
  query.set('format', 'csv');
  return `${VISITS}?${query}`;
}

/**
 * One page of visits.
 *
 * @param {Search} search
 * @param {{limit: number, cursor?: string | null, signal?: AbortSignal}} page
 * @returns {Promise<{items: import('./visit-texts.js').Visit[], next: string | null}>}
 */
export function listVisits(search, { limit, cursor, signal }) {
  const query = parametersOf(search);
  query.set('limit', String(limit));
  if (cursor) {
    query.set('cursor', cursor);
  }
  return requestJson(`${VISITS}?${query}`, { signal });
}

/** As the server takes them; what is the default is left out. @param {Search} search */
function parametersOf({ person, together, isSureOnly, order }) {
  const query = new URLSearchParams();
  if (person) {
    query.set('person', person);
  }
  if (together) {
    query.set('with', together);
  }
  if (isSureOnly) {
    query.set('decision', 'match');
  }
  if (order !== ORDERS[0]) {
    query.set('sort', order);
  }
  return query;
}
