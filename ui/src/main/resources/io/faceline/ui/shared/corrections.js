// @ts-check
import { requestJson } from './api.js';

const CORRECTIONS = '/api/v1/corrections';
/** Of one track, as the server says. */
const MAX_PEOPLE = 100;

/**
 * What is said by hand of a track; nothing if `not` is empty and there is no person.
 * @typedef {{track: string, not: string[], person: string | null}} Correction
 */

/**
 * Says that none of these tracks is this person; all of it or, if the server refuses it, nothing.
 *
 * @param {string[]} tracks
 * @param {{id: string}} person
 * @returns {Promise<() => Promise<void>>} says again what was said before
 */
export function sayNot(tracks, { id }) {
  return correct(tracks, ({ track, not, person }) => ({
    track,
    not: [...not.filter((other) => other !== id), id].slice(-MAX_PEOPLE),
    person: person === id ? null : person,
  }));
}

/**
 * Says that all of these tracks are this person.
 *
 * @param {string[]} tracks
 * @param {{id: string}} person
 * @returns {Promise<() => Promise<void>>} says again what was said before
 */
export function sayIs(tracks, { id }) {
  return correct(tracks, ({ track, not }) => ({ track, not: not.filter((other) => other !== id), person: id }));
}

/**
 * @param {string[]} tracks
 * @param {(before: Correction) => Correction} change
 */
async function correct(tracks, change) {
  const before = await saidOf(tracks);
  await put(before.map(change));
  return () => put(before);
}

/** @param {string[]} tracks @returns {Promise<Correction[]>} */
async function saidOf(tracks) {
  const { items } = await requestJson(CORRECTIONS);
  const said = new Map(items.map((/** @type {Correction} */ item) => [item.track, item]));
  return [...new Set(tracks)].map((track) => {
    const { not = [], person = null } = said.get(track) ?? {};
    return { track, not, person };
  });
}

/** @param {Correction[]} items */
async function put(items) {
  await requestJson(CORRECTIONS, { method: 'PUT', json: { items } });
}
