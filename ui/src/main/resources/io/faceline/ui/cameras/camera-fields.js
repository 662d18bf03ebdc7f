// @ts-check

/**
 * What a person chooses of a camera, as the server reads it; what is null is left to the server, or absent.
 * @typedef {object} Definition
 * @property {string} name
 * @property {string} address
 * @property {string | null} substream
 * @property {boolean} useSubstream
 * @property {number} framesPerSecond
 * @property {number} maxWidth
 * @property {Hours | null} hours
 * @property {Area[]} ignored
 * @property {number} rotate in degrees
 * @property {string | null} aspect
 * @property {number | null} smallestFace in pixels
 * @property {number | null} matchThreshold
 * @property {boolean} keyFramesOnly
 * @property {boolean} motionGate
 * @property {number} retentionHours
 *
 * @typedef {{zone: string, open: Span[]}} Hours
 * @typedef {{days: string[], from: string, to: string}} Span times of day such as 08:30; every day if there is none
 * @typedef {{box: {x: number, y: number, w: number, h: number}, motion: boolean, faces: boolean}} Area in shares of the picture
 *
 * How the camera lets the server in: `keep` leaves what the server has stored.
 * @typedef {{kind: 'none' | 'password' | 'secret' | 'keep', user: string, password: string, secret: string}} SignIn
 */

/** As the server has them. @type {Definition} */
export const DEFAULTS = {
  name: '',
  address: '',
  substream: null,
  useSubstream: false,
  framesPerSecond: 5,
  maxWidth: 1920,
  hours: null,
  ignored: [],
  rotate: 0,
  aspect: null,
  smallestFace: null,
  matchThreshold: null,
  keyFramesOnly: false,
  motionGate: true,
  retentionHours: 168,
};

/** The definition of a camera that there is. @param {any} view @returns {Definition} */
export function definitionOf(view) {
  const entries = Object.entries(DEFAULTS).map(([key, standard]) => [key, view[key] ?? standard]);
  const definition = /** @type {Definition} */ (Object.fromEntries(entries));
  return { ...definition, hours: definition.hours && shortTimes(definition.hours) };
}

/** The server may write seconds. @param {Hours} hours @returns {Hours} */
function shortTimes({ zone, open }) {
  return { zone, open: open.map(({ days, from, to }) => ({ days, from: from.slice(0, 5), to: to.slice(0, 5) })) };
}

/** A new camera, as it is sent. @param {Definition} definition @param {SignIn} signIn @param {string | null} certificate */
export function newCamera(definition, signIn, certificate) {
  const given = Object.entries(definition).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), ...credentials(signIn, false), ...(certificate ? { certificate } : {}) };
}

/**
 * Only what changes, as it is sent: null removes.
 *
 * @param {any} view of the camera as it is
 * @param {Definition} definition as it shall be
 * @param {SignIn} signIn
 * @param {string | null} certificate
 */
export function changesOf(view, definition, signIn, certificate) {
  const before = definitionOf(view);
  const changed = Object.entries(definition).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[/** @type {keyof Definition} */ (key)]),
  );
  return {
    ...Object.fromEntries(changed),
    ...credentials(signIn, Boolean(view.signIn)),
    ...(certificate ? { certificate } : {}),
  };
}

/** @param {SignIn} signIn @param {boolean} isStored whether the server has credentials now */
function credentials({ kind, user, password, secret }, isStored) {
  switch (kind) {
    case 'password':
      return { user, password };
    case 'secret':
      return { secret };
    case 'none':
      return isStored ? { user: null, password: null, secret: null } : {};
    default:
      return {};
  }
}

/**
 * What is asked when an address is checked.
 *
 * @param {Definition} definition
 * @param {SignIn} signIn
 */
export function questionOf({ address, substream, useSubstream }, { kind, user, password }) {
  return {
    address: (useSubstream && substream) || address,
    ...(kind === 'password' ? { user, password } : {}),
  };
}

/** A number of a field; null if it is empty. @param {string} text */
export function numberOf(text) {
  return text.trim() === '' ? null : Number(text);
}

/** @param {string} text */
export function textOf(text) {
  return text.trim() === '' ? null : text.trim();
}
