// @ts-check

/**
 * @typedef {import('../shared/faces.js').Box} Box
 * @typedef {import('../shared/rules.js').Portrait} Portrait
 * @typedef {import('../shared/rules.js').Limits} Limits
 * @typedef {{sizePixels: number, sharpness: number, brightness: number, yaw: number, pitch: number,
 *   recognisability?: number, weakness?: string}} Quality
 * @typedef {{box: Box, quality: Quality, confidence: number}} Face
 */

/**
 * How much better than the limits of the server's enrollment gate a photo must be, so that the server accepts what is kept here. Units as in
 * the server's `quality`.
 */
const MARGIN = { sizePixels: 50, sharpness: 0.05, brightness: 0.03, yaw: 10, pitch: 7 };

/** The server accepts brighter photos; turning away from the light gives a better one. */
const MAX_BRIGHTNESS = 0.92;

/** From these angles on, in degrees, a head counts as turned. */
const TURNED_DEGREES = { yaw: 14, pitch: 12 };

/** A face closer to the image's border than this share of its side counts as cut off. */
const BORDER_SHARE = 0.01;

/** A photo like one of less is of little use as a reference: a search would find the right person for less than this share. */
const MIN_RECOGNISABILITY = 0.4;

/** The weaknesses with a hint of their own. */
const HINTED = ['TURNED', 'COVERED', 'COVERED_EYES'];

/** The poses of a complete set of photos, in the order in which the page asks for them. */
export const POSES = ['straight', 'left', 'right', 'up', 'down'];

/**
 * Whether a live frame is a good photo of one person. `problem` is null for a good frame.
 *
 * @param {{outcome: {value: {faces?: {face: Face}[]}}}} answer to a live frame
 * @param {Portrait} portrait the server's rules
 */
export function assessFrame(answer, portrait) {
  const faces = (answer.outcome.value.faces ?? []).map(({ face }) => face);
  const subjects = subjectsOf(faces, portrait);
  if (subjects.length !== 1) {
    return { face: null, pose: null, problem: subjects.length === 0 ? 'NO_FACE' : 'SEVERAL_FACES' };
  }
  const [face] = subjects;
  return { face, pose: poseOf(face.quality), problem: problemOf(face, portrait.limits) };
}

/**
 * @param {Face[]} faces
 * @param {Portrait} portrait
 */
function subjectsOf(faces, { backgroundArea, shareOfSurest }) {
  const maxConfidence = Math.max(0, ...faces.map((face) => face.confidence));
  const confident = faces.filter((face) => face.confidence >= maxConfidence * shareOfSurest);
  const maxArea = Math.max(0, ...confident.map(areaOf));
  return confident.filter((face) => areaOf(face) >= maxArea * backgroundArea);
}

/** @param {Face} face */
function areaOf({ box }) {
  return box.w * box.h;
}

/**
 * The first problem in the order of how easily it is mended.
 *
 * @param {Face} face
 * @param {Limits} limits
 */
function problemOf({ quality, confidence, box }, limits) {
  if (isCutOff(box)) {
    return 'CUT_OFF';
  }
  if (quality.sizePixels < limits.minSidePixels + MARGIN.sizePixels) {
    return 'SMALL_FACE';
  }
  if (quality.brightness < limits.minBrightness + MARGIN.brightness) {
    return 'LOW_BRIGHTNESS';
  }
  if (quality.brightness > MAX_BRIGHTNESS) {
    return 'TOO_BRIGHT';
  }
  if (Math.abs(quality.yaw) > limits.maxYaw - MARGIN.yaw || Math.abs(quality.pitch) > limits.maxPitch - MARGIN.pitch) {
    return 'EXTREME_POSE';
  }
  if (quality.sharpness < limits.minSharpness + MARGIN.sharpness) {
    return 'LOW_SHARPNESS';
  }
  return confidence < limits.minConfidence ? 'LOW_CONFIDENCE' : weaknessOf(quality);
}

/** What makes the face hard to recognise; null if it can be recognised. @param {Quality} quality */
function weaknessOf({ recognisability = 1, weakness }) {
  if (recognisability >= MIN_RECOGNISABILITY || weakness === undefined) {
    return null;
  }
  return HINTED.includes(weakness) ? weakness : 'UNCLEAR';
}

/** @param {Box} box */
function isCutOff({ x, y, w, h }) {
  return x < BORDER_SHARE || y < BORDER_SHARE || x + w > 1 - BORDER_SHARE || y + h > 1 - BORDER_SHARE;
}

/** Left and right are the person's own, as in the server's yaw. @param {{yaw: number, pitch: number}} quality */
export function poseOf({ yaw, pitch }) {
  if (Math.abs(yaw) >= TURNED_DEGREES.yaw && Math.abs(yaw) >= Math.abs(pitch)) {
    return yaw > 0 ? 'left' : 'right';
  }
  if (Math.abs(pitch) >= TURNED_DEGREES.pitch) {
    return pitch > 0 ? 'up' : 'down';
  }
  return 'straight';
}
