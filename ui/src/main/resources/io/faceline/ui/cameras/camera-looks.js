// @ts-check
import { t } from '../shared/strings.js';

/** @typedef {import('./cameras-api.js').CameraView} CameraView */

/**
 * How a camera is shown. `live` shows its picture, `waiting` waits for one, `away` greys the last one and shows its age over it, `off`
 * shows a card instead of any picture.
 * @typedef {'live' | 'waiting' | 'away' | 'off'} Kind
 *
 * @typedef {object} Look
 * @property {Kind} kind
 * @property {string} condition of the server, or `STALE`: its picture is old although it is said to be live;
 *   `UNREAD`: no server reads it; `LOST`: the server itself cannot be reached
 * @property {'sure' | 'unsure' | 'unknown' | 'none'} tone
 * @property {string} title what it does, in words
 * @property {string} reason more words; may be empty
 */

/** Said over the picture: what is waited for. @param {Look} look */
export function overTitle({ kind, condition, title }) {
  return kind === 'waiting' && condition === 'LIVE' ? t('cameras.waitsForPicture') : title;
}

/** A picture that is older is no longer one of now. */
export const LIVE_SECONDS = 8;

/** @type {Record<string, 'sure' | 'unsure' | 'unknown' | 'none'>} */
const TONES = {
  LIVE: 'sure',
  CONNECTING: 'unsure',
  FROZEN: 'unsure',
  UNREACHABLE: 'unknown',
  UNAUTHORIZED: 'unknown',
  UNDECODABLE: 'unknown',
  STALE: 'unsure',
  UNREAD: 'unknown',
  LOST: 'unknown',
  OUTSIDE_HOURS: 'none',
  DISABLED: 'none',
  UNKNOWN: 'unsure',
};

/** Said beside the colour. */
const SIGNS = { sure: '✓', unsure: '!', unknown: '✕', none: '–' };

const OFF = ['OUTSIDE_HOURS', 'DISABLED'];

/** What a camera does, as far as this page can know. @param {CameraView} camera @param {boolean} isConnected to the server */
export function conditionOf({ enabled, state }, isConnected) {
  if (!isConnected) {
    return 'LOST';
  }
  if (!enabled) {
    return 'DISABLED';
  }
  if (!state?.isCurrent) {
    return 'UNREAD';
  }
  // It was switched on a moment ago.
  return state.condition === 'DISABLED' ? 'CONNECTING' : state.condition;
}

/**
 * @param {CameraView} camera
 * @param {number | null} age of the picture that is there, in seconds
 * @param {boolean} isConnected to the server
 * @returns {Look}
 */
export function lookOf(camera, age, isConnected) {
  const told = conditionOf(camera, isConnected);
  const condition = told === 'LIVE' && age !== null && age > LIVE_SECONDS ? 'STALE' : told;
  return {
    kind: kindOf(condition, age),
    condition,
    tone: TONES[condition] ?? 'unsure',
    title: t(`cameras.condition.${known(condition)}`),
    reason: reasonOf(camera, condition),
  };
}

/**
 * @param {string} condition
 * @param {number | null} age
 * @returns {Kind}
 */
function kindOf(condition, age) {
  if (OFF.includes(condition)) {
    return 'off';
  }
  if (age === null && (condition === 'LIVE' || condition === 'CONNECTING')) {
    return 'waiting';
  }
  return condition === 'LIVE' ? 'live' : 'away';
}

/** A condition that this page has words for. @param {string} condition */
export function known(condition) {
  return condition in TONES ? condition : 'UNKNOWN';
}

/** @param {CameraView} camera @param {string} condition */
function reasonOf({ state }, condition) {
  const isSaid = state && condition === state.condition && condition !== 'LIVE';
  return isSaid ? (state.reason ?? '') : '';
}

/** @param {Look} look */
export function signOf({ tone }) {
  return SIGNS[tone];
}
