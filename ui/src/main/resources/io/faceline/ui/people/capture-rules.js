// @ts-check

/**
 * @typedef {import('../shared/faces.js').Box} Box
 * @typedef {{sizePixels: number, sharpness: number, brightness: number, yaw: number, pitch: number}} Quality
 * @typedef {{box: Box, quality: Quality, confidence: number}} Face
 */

/**
 * Limits of a photo taken by the camera, slightly stricter than the server's enrollment gate so that the server accepts what is kept here.
 * Units as in the server's `quality`.
 */
const LIMITS = {
  minSizePixels: 90,
  minSharpness: 0.2,
  minBrightness: 0.15,
  maxBrightness: 0.92,
  maxYaw: 45,
  maxPitch: 38,
  minConfidence: 0.6,
};

/** From these angles on, in degrees, a head counts as turned. */
const TURNED_DEGREES = { yaw: 14, pitch: 12 };

/** A face with less than this share of the largest face's area belongs to the background. */
const MIN_SUBJECT_AREA_SHARE = 0.25;

/** A detection with less than this share of the highest confidence is ignored. */
const MIN_SUBJECT_CONFIDENCE_SHARE = 0.8;

/** A face closer to the image's border than this share of its side counts as cut off. */
const BORDER_SHARE = 0.01;

/** The poses of a complete set of photos, in the order in which the page asks for them. */
export const POSES = ['straight', 'left', 'right', 'up', 'down'];

/**
 * Whether a live frame is a good photo of one person. `problem` is null for a good frame.
 *
 * @param {{outcome: {value: {faces?: {face: Face}[]}}}} answer to a live frame
 */
export function assessFrame(answer) {
  const subjects = subjectsOf((answer.outcome.value.faces ?? []).map(({ face }) => face));
  if (subjects.length !== 1) {
    return { face: null, pose: null, problem: subjects.length === 0 ? 'NO_FACE' : 'SEVERAL_FACES' };
  }
  const [face] = subjects;
  return { face, pose: poseOf(face.quality), problem: problemOf(face) };
}

/** @param {Face[]} faces */
function subjectsOf(faces) {
  const maxConfidence = Math.max(0, ...faces.map((face) => face.confidence));
  const confident = faces.filter((face) => face.confidence >= maxConfidence * MIN_SUBJECT_CONFIDENCE_SHARE);
  const maxArea = Math.max(0, ...confident.map(areaOf));
  return confident.filter((face) => areaOf(face) >= maxArea * MIN_SUBJECT_AREA_SHARE);
}

/** @param {Face} face */
function areaOf({ box }) {
  return box.w * box.h;
}

/** The first problem in the order of how easily it is mended. @param {Face} face */
function problemOf({ quality, confidence, box }) {
  if (isCutOff(box)) {
    return 'CUT_OFF';
  }
  if (quality.sizePixels < LIMITS.minSizePixels) {
    return 'SMALL_FACE';
  }
  if (quality.brightness < LIMITS.minBrightness) {
    return 'LOW_BRIGHTNESS';
  }
  if (quality.brightness > LIMITS.maxBrightness) {
    return 'TOO_BRIGHT';
  }
  if (Math.abs(quality.yaw) > LIMITS.maxYaw || Math.abs(quality.pitch) > LIMITS.maxPitch) {
    return 'EXTREME_POSE';
  }
  if (quality.sharpness < LIMITS.minSharpness) {
    return 'LOW_SHARPNESS';
  }
  return confidence < LIMITS.minConfidence ? 'LOW_CONFIDENCE' : null;
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
