// @ts-check
import { admin } from '../shared/admin.js';
import { request, requestJson, requestVoid } from '../shared/api.js';

const ALERTS = '/api/v1/alerts';
const MUTES = '/api/v1/mutes';

/**
 * An alert as the server shows it: one revision, with names.
 * @typedef {object} AlertView
 * @property {string} id
 * @property {number} revision
 * @property {'OPEN' | 'CLOSED' | 'UNKNOWN'} state
 * @property {string | null} [reason] of a closed one
 * @property {string[]} changes since the revision before
 * @property {boolean} notifies
 * @property {'LOW' | 'NORMAL' | 'HIGH' | 'UNKNOWN'} priority
 * @property {string} rule
 * @property {string} kind
 * @property {string} subject such as person:ada, unknown, crowd or erased
 * @property {string} scope
 * @property {string | null} [source]
 * @property {string[]} tracks
 * @property {string} firstSeen
 * @property {string} lastSeen
 * @property {string} zone of the rule
 * @property {number} secondsInView
 * @property {AlertIdentity | null} [identity]
 * @property {{frame: string} | null} [shot]
 * @property {number} count
 * @property {number} level
 * @property {{by: string, at: string, note?: string | null} | null} [acknowledged]
 * @property {boolean} muted
 * @property {boolean} late
 * @property {number} ageMillis
 * @property {string | null} [replaces]
 * @property {string | null} [was]
 * @property {string} openedAt
 * @property {string} writtenAt
 * @property {string | null} ruleName
 * @property {{id: string, name: string} | null} person
 * @property {{id: string, name: string} | null} wasPerson
 * @property {string | null} sourceName
 * @property {string | null} groupName
 * @property {{id: string, name: string, colour: string} | null} list
 * @property {string | null} picture an address
 * @property {string | null} referencePicture an address
 *
 * @typedef {object} AlertIdentity
 * @property {'match' | 'uncertain' | 'unknown'} decision
 * @property {string | null} [person]
 * @property {number} matches
 * @property {number} goodLooks
 * @property {number | null} [similarity]
 * @property {number} threshold
 *
 * What is not told until a time; all that it names must hold of an alert.
 * @typedef {object} Mute
 * @property {string} id
 * @property {string | null} [rule]
 * @property {string | null} [subject]
 * @property {string | null} [source]
 * @property {string | null} [group]
 * @property {string | null} [alert]
 * @property {string} until
 * @property {string} by
 *
 * @typedef {{items: AlertView[], next: string | null}} Page
 */

/** Everybody may look if the server is set so; the token goes along where there is one. @param {object} [options] */
function withToken(options = {}) {
  return { ...options, asAdmin: admin.isSignedIn };
}

/** @param {string} id */
function pathOf(id) {
  return `${ALERTS}/${encodeURIComponent(id)}`;
}

/**
 * A page of alerts, the newest first.
 *
 * @param {URLSearchParams} query what is asked for
 * @param {{limit: number, cursor?: string | null, signal?: AbortSignal}} page
 * @returns {Promise<Page>}
 */
export function listAlerts(query, { limit, cursor, signal }) {
  const whole = new URLSearchParams(query);
  whole.set('limit', String(limit));
  if (cursor) {
    whole.set('cursor', cursor);
  }
  return requestJson(`${ALERTS}?${whole}`, withToken({ signal }));
}

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<AlertView>} */
export function getAlert(id, signal) {
  return requestJson(pathOf(id), withToken({ signal }));
}

/** All that is asked for, as a file. @param {URLSearchParams} query @returns {Promise<Blob>} */
export async function exportAlerts(query) {
  return (await request(`${ALERTS}/export.csv?${query}`, withToken())).blob();
}

/** @param {string} id @param {{by?: string, note?: string}} said */
export function acknowledge(id, said) {
  return change(`${pathOf(id)}/acknowledge`, said);
}

/** It is somebody else. @param {string} id @param {{by?: string, person?: string}} said */
export function correct(id, said) {
  return change(`${pathOf(id)}/correct`, said);
}

/** Takes a correction back. @param {string} id @param {{by?: string}} said */
export function restore(id, said) {
  return change(`${pathOf(id)}/restore`, said);
}

/** Removes the photo that the face was taken for. @param {string} id */
export function deleteReference(id) {
  return requestVoid(`${pathOf(id)}/reference`, withToken({ method: 'DELETE' }));
}

/**
 * @param {string} path
 * @param {object} said
 * @returns {Promise<AlertView | null>} null if it is written, but the alert does not show it yet
 */
async function change(path, said) {
  const answer = await request(path, withToken({ method: 'POST', json: said }));
  const view = await answer.json();
  return answer.status === 202 ? null : view;
}

/** A picture of an alert. An image cannot send the admin token, so it is fetched. @param {string} path @param {AbortSignal} signal */
export async function alertPicture(path, signal) {
  return (await request(path, withToken({ signal }))).blob();
}

/** @param {object} mute @returns {Promise<Mute>} */
export function mute(mute) {
  return requestJson(MUTES, withToken({ method: 'POST', json: mute }));
}

/** Those that have not ended. @param {AbortSignal} [signal] @returns {Promise<Mute[]>} */
export async function listMutes(signal) {
  return (await requestJson(`${MUTES}?limit=200`, withToken({ signal }))).items;
}

/** @param {string} id */
export function endMute(id) {
  return requestVoid(`${MUTES}/${encodeURIComponent(id)}`, withToken({ method: 'DELETE' }));
}

/**
 * The stream of revisions of alerts.
 *
 * @param {string | null} after the id of the last event that was read; null for those from now on
 * @param {AbortSignal} signal
 * @returns {Promise<Response>}
 */
export function openAlertEvents(after, signal) {
  const headers = after === null ? {} : { 'Last-Event-ID': after };
  return request(`${ALERTS}/events`, withToken({ signal, headers, cache: 'no-store' }));
}
