// @ts-check
import { request, requestJson } from '../shared/api.js';

const LETTERS = '/api/v1/dead-letters';

/**
 * What a stage could not process.
 * @typedef {object} Letter
 * @property {string} id
 * @property {string} at
 * @property {string} stage
 * @property {string} topic
 * @property {number | null} partition
 * @property {number | null} offset
 * @property {string} cause class of the error
 * @property {string} key
 * @property {string | null} frame
 * @property {number} bytes
 * @property {string | null} resentAt
 * @property {boolean} maySend
 *
 * @typedef {{form: 'TEXT' | 'HEX', shown: string, isWhole: boolean}} Shown
 * @typedef {Letter & {message: string, headers: {name: string, value: Shown}[], content: Shown}} WholeLetter
 */

/** @param {string | null} cursor @param {AbortSignal} signal @returns {Promise<{items: Letter[], next: string | null}>} */
export function listLetters(cursor, signal) {
  const query = new URLSearchParams(cursor ? { limit: '50', cursor } : { limit: '50' });
  return requestJson(`${LETTERS}?${query}`, { signal, asAdmin: true });
}

/** @param {string} id @returns {Promise<WholeLetter>} */
export function getLetter(id) {
  return requestJson(`${LETTERS}/${encodeURIComponent(id)}`, { asAdmin: true });
}

/** @param {string} id */
export async function letterContent(id) {
  return (await request(`${LETTERS}/${encodeURIComponent(id)}/content`, { asAdmin: true })).blob();
}

/** @param {Letter} letter @returns {Promise<Letter | null>} null if it is sent, but the list does not say so yet */
export async function resendLetter({ id, resentAt }) {
  const path = `${LETTERS}/${encodeURIComponent(id)}/resend${resentAt ? '?again=true' : ''}`;
  const answer = await request(path, { method: 'POST', asAdmin: true });
  const letter = await answer.json();
  return answer.status === 202 ? null : letter;
}

/** Those of a stage that were not sent before. @param {string} stage @returns {Promise<{sent: number, leftOut: number, isComplete: boolean}>} */
export function resendStage(stage) {
  return requestJson(`${LETTERS}/resend`, { method: 'POST', json: { stage }, asAdmin: true });
}
