// @ts-check
import { requestJson } from './api.js';
import { formatDuration } from './strings.js';

/**
 * The rules of the server that the page applies as well, as GET /api/v1/rules returns them among others.
 * @typedef {object} Rules
 * @property {number} sureConfidence a match of at least this confidence is shown as sure
 * @property {Portrait} portrait
 * @property {Retention} retention
 *
 * What a photo must be to be enrolled.
 * @typedef {{limits: Limits, backgroundArea: number, shareOfSurest: number}} Portrait
 *
 * How long personal data is kept, in seconds.
 * @typedef {{frames: number, embeddings: number, matches: number, jobs: number, sessions: number}} Retention
 *
 * Units as in the server's `quality`.
 * @typedef {{minSidePixels: number, minSharpness: number, minBrightness: number, maxYaw: number, maxPitch: number, minConfidence: number}} Limits
 */

/** @type {Rules | null} */
let loaded = null;

/** Loads the rules once; to be awaited before a page is shown that applies them. */
export async function loadRules(load = () => requestJson('/api/v1/rules')) {
  loaded ??= await load();
}

/** @returns {Rules} */
export function rules() {
  if (loaded === null) {
    throw new Error('the rules of the server are not loaded');
  }
  return loaded;
}

/** How long personal data is kept, in words, as values of texts. @returns {Record<string, string>} */
export function retentionTexts() {
  return Object.fromEntries(
    Object.entries(rules().retention).map(([data, seconds]) => [data, formatDuration(seconds)]),
  );
}
