// @ts-check
import { routeAddressWith } from '../shared/router.js';

/** The part of the videos that searches all of them; no job has this id. */
export const FIND = 'find';

/**
 * The address of a video at a moment.
 *
 * @param {string} job its id
 * @param {number} seconds
 */
export function filmAddress(job, seconds) {
  return routeAddressWith(['videos', job], { at: String(seconds) });
}

/** The seconds at which a video is to be opened: 0 if its address does not say. @param {URLSearchParams} query */
export function startAt(query) {
  const seconds = Number(query.get('at'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
