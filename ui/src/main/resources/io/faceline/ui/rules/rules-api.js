// @ts-check
import { admin } from '../shared/admin.js';
import { requestJson, requestVoid } from '../shared/api.js';

/**
 * A rule as the server shows and takes it.
 * @typedef {object} Rule
 * @property {string} [id]
 * @property {string} name
 * @property {boolean} enabled
 * @property {string | null} [disabledBecause]
 * @property {Who} who
 * @property {{sources: string[], groups: string[], jobs: string[], per: string}} where
 * @property {string} zone
 * @property {Span[]} hours
 * @property {{afterSeconds: number, goodLooks: number, matches: number, similarity?: number | null, uncertain: boolean, levels: number[]}} sure
 * @property {{holdSeconds: number, silenceSeconds: number, longestSeconds: number, lid: number, first: string, dayBegins: string}} limits
 * @property {string} priority
 * @property {Quiet | null} [quiet]
 * @property {number | null} [reminderMinutes]
 * @property {string | null} [preset]
 *
 * Whom it is about; which fields there are says the kind.
 * @typedef {object} Who
 * @property {string} kind
 * @property {string | null} [person]
 * @property {string | null} [list]
 * @property {number} [others]
 * @property {number} [withinSeconds]
 * @property {string[]} [days]
 * @property {string} [from]
 * @property {string} [by]
 * @property {number} [afterSeconds]
 *
 * @typedef {{days: string[], from: string, to: string}} Span times of day such as 08:30; every day if there is none
 * @typedef {{accompaniedBy?: string | null, unlessSeen?: string | null, at: string[], withinMinutes: number}} Quiet
 *
 * A rule to begin with; what is null in it is named in `fill`.
 * @typedef {{id: string, title: string, sentence: string, notes: string[], fill: string[], rule: any}} Preset
 *
 * @typedef {{id: string, name: string, colour: string, owner: string, people: string[]}} WatchList
 * @typedef {{id: string, name: string, role: string, sources: string[]}} SourceGroup
 *
 * Who is told.
 * @typedef {object} Receiver
 * @property {string} id
 * @property {string} name
 * @property {boolean} enabled
 * @property {string | null} [disabledBecause]
 * @property {Record<string, any>} target
 * @property {string[]} rules those of all rules if there is none
 * @property {string} priority
 * @property {boolean} ends
 * @property {string} content
 * @property {string} late
 * @property {number} deliverWithinSeconds
 * @property {number} lidPerHour
 * @property {number} batchSeconds
 * @property {{contentType: string, text: string} | null} [template]
 * @property {ReceiverStatus} [status]
 * @property {string} [signingKey] in the answer that made it alone
 *
 * @typedef {object} ReceiverStatus
 * @property {boolean} isUp
 * @property {string | null} [reason]
 * @property {string} since
 * @property {number} waiting
 * @property {number | null} [clockAheadMillis]
 * @property {string | null} [test]
 * @property {string | null} [testRequest]
 *
 * @typedef {{receiver: string, alert: string, state: string, reason?: string | null, attempts: number, changedAt: string}} Delivery
 *
 * @typedef {'rules' | 'lists' | 'groups' | 'receivers'} Kind
 */

/** @type {Record<Kind, string>} */
const PATHS = {
  rules: '/api/v1/alert-rules',
  lists: '/api/v1/watch-lists',
  groups: '/api/v1/source-groups',
  receivers: '/api/v1/receivers',
};
const PAGE = 200;

/** @param {object} [options] */
function withToken(options = {}) {
  return { ...options, asAdmin: admin.isSignedIn };
}

/** @param {Kind} kind @param {string} id */
function pathOf(kind, id) {
  return `${PATHS[kind]}/${encodeURIComponent(id)}`;
}

/** All of them, by name. @param {Kind} kind @param {AbortSignal} [signal] @returns {Promise<any[]>} */
export async function listAll(kind, signal) {
  const all = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor ? { cursor } : {}) });
    const { items, next } = await requestJson(`${PATHS[kind]}?${query}`, withToken({ signal }));
    all.push(...items);
    cursor = next;
  } while (cursor);
  return all;
}

/** @param {Kind} kind @param {string} id @param {AbortSignal} [signal] @returns {Promise<any>} */
export function getOne(kind, id, signal) {
  return requestJson(pathOf(kind, id), withToken({ signal }));
}

/** Makes one, or replaces all fields of one. @param {Kind} kind @param {string | null} id @param {object} json @returns {Promise<any>} */
export function save(kind, id, json) {
  return id === null
    ? requestJson(PATHS[kind], withToken({ method: 'POST', json }))
    : requestJson(pathOf(kind, id), withToken({ method: 'PUT', json }));
}

/** @param {Kind} kind @param {string} id */
export function remove(kind, id) {
  return requestVoid(pathOf(kind, id), withToken({ method: 'DELETE' }));
}

/** @param {AbortSignal} signal @returns {Promise<Preset[]>} */
export async function listPresets(signal) {
  return (await requestJson(`${PATHS.rules}/presets`, withToken({ signal }))).items;
}

/** What a rule would have said of the last hours. @param {Rule} rule @param {number} hours @param {AbortSignal} signal */
export function tryRule(rule, hours, signal) {
  return requestJson(`${PATHS.rules}/try`, withToken({ method: 'POST', json: { rule, hours }, signal }));
}

/** @param {string} id @returns {Promise<string>} the id of the request, which the status names when it is done */
export async function testReceiver(id) {
  return (await requestJson(`${pathOf('receivers', id)}/test`, withToken({ method: 'POST', json: {} }))).request;
}

/** Sends what failed again. @param {string} receiver @param {string | null} alert null for all of it */
export function resend(receiver, alert) {
  const json = alert === null ? {} : { alert };
  return requestJson(`${pathOf('receivers', receiver)}/resend`, withToken({ method: 'POST', json }));
}

/** What could not be delivered, the latest first. @param {string} receiver @param {AbortSignal} signal @returns {Promise<Delivery[]>} */
export async function listFailed(receiver, signal) {
  const pages = await Promise.all(
    ['SET_ASIDE', 'EXPIRED'].map((state) => {
      const query = new URLSearchParams({ receiver, state, limit: '50' });
      return requestJson(`/api/v1/deliveries?${query}`, withToken({ signal }));
    }),
  );
  return pages.flatMap(({ items }) => items).sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}
