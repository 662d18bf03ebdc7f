// @ts-check
import { admin } from '../shared/admin.js';
import { request, requestJson, requestVoid } from '../shared/api.js';

const CAMERAS = '/api/v1/cameras';

/** A picture that is older is not fetched at all. In seconds. */
const MAX_PICTURE_AGE = 600;

/**
 * A camera as the server shows it: its definition without credentials, its state and its newest preview.
 * @typedef {object} CameraView
 * @property {string} id
 * @property {string} name
 * @property {string | null} address null unless an admin asks
 * @property {boolean} enabled
 * @property {'API' | 'FILE' | 'UNKNOWN'} origin
 * @property {CameraState | null} [state]
 * @property {Preview | null} [preview]
 *
 * What a camera does. `isCurrent` is false when no server has told of it for half a minute.
 * @typedef {object} CameraState
 * @property {string} condition
 * @property {string | null} reason null unless an admin asks
 * @property {string} since
 * @property {string | null} [nextTryAt]
 * @property {string | null} [redirectedTo]
 * @property {string[]} notices
 * @property {Figures} figures
 * @property {string} instance
 * @property {string} at
 * @property {boolean} isCurrent
 *
 * Since the camera was taken up by the server that reads it.
 * @typedef {object} Figures
 * @property {string | null} [codec]
 * @property {number} width
 * @property {number} height
 * @property {number} framesPerSecond
 * @property {number | null} [delayMillis]
 * @property {number} received
 * @property {number} taken
 * @property {number} answered
 * @property {Record<string, number>} dropped
 * @property {number} failed
 * @property {number} reconnects
 * @property {number} ignoredCells
 *
 * @typedef {{frame: string, capturedAt: string, width: number, height: number}} Preview
 *
 * A person or an unknown face in front of a camera, from its first to its last frame.
 * @typedef {object} Track
 * @property {string} id
 * @property {'match' | 'uncertain' | 'unknown'} decision
 * @property {{id: string, name: string | null} | null} person
 * @property {string} firstAt
 * @property {string} lastAt
 * @property {boolean} isOpen
 *
 * A picture of a camera: when it was captured, as the server says, and by the clock of this browser.
 * @typedef {{blob: Blob, capturedAt: string | null, shownSince: number}} Picture
 */

/** Everybody may look if the server is set so; the token goes along where there is one. @param {object} [options] */
function withToken(options = {}) {
  return { ...options, asAdmin: admin.isSignedIn };
}

/** @param {string} id */
export function cameraPath(id) {
  return `${CAMERAS}/${encodeURIComponent(id)}`;
}

/**
 * All cameras, and why the server's file of cameras is not followed, if it has one and that is so.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<{cameras: CameraView[], fileProblem?: string | null}>}
 */
export function listCameras(signal) {
  return requestJson(CAMERAS, withToken({ signal }));
}

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<CameraView>} */
export function getCamera(id, signal) {
  return requestJson(cameraPath(id), withToken({ signal }));
}

/** @param {object} definition @returns {Promise<CameraView>} */
export function addCamera(definition) {
  return requestJson(CAMERAS, withToken({ method: 'POST', json: definition }));
}

/** @param {string} id @param {object} changes only the fields that change @returns {Promise<CameraView>} */
export function changeCamera(id, changes) {
  return requestJson(cameraPath(id), withToken({ method: 'PATCH', json: changes }));
}

/** @param {string} id */
export function deleteCamera(id) {
  return requestVoid(cameraPath(id), withToken({ method: 'DELETE' }));
}

/** Opens the camera now, instead of when it is due. @param {string} id */
export function tryCamera(id) {
  return requestVoid(`${cameraPath(id)}/try`, withToken({ method: 'POST' }));
}

/** Opens an address once and tells what is there. @param {object} question @param {AbortSignal} signal */
export function checkCamera(question, signal) {
  return requestJson(`${CAMERAS}/check`, withToken({ method: 'POST', json: question, signal }));
}

/** The newest first. @param {string} id @param {AbortSignal} signal @returns {Promise<Track[]>} */
export async function listTracks(id, signal) {
  return (await requestJson(`${cameraPath(id)}/tracks?limit=20`, withToken({ signal }))).tracks;
}

/**
 * The newest picture of a camera. An image cannot send the admin token, so it is fetched.
 *
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<Picture>}
 */
export async function newestPicture(id, signal) {
  const path = `${cameraPath(id)}/latest.jpg?maxAge=${MAX_PICTURE_AGE}`;
  const answer = await request(path, withToken({ signal, cache: 'no-store' }));
  const age = Number(answer.headers.get('Age') ?? 0);
  return {
    blob: await answer.blob(),
    capturedAt: answer.headers.get('X-Captured-At'),
    shownSince: Date.now() - age * 1000,
  };
}

/** The stream of events of all cameras. @param {AbortSignal} signal @returns {Promise<Response>} */
export function openEvents(signal) {
  return request(`${CAMERAS}/events`, withToken({ signal, cache: 'no-store' }));
}
