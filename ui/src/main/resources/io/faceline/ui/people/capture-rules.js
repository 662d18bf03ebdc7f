import { askJson } from '../shared/api.js';

/** A little stricter than the server's gate: what is kept here is to be taken there. Units as in the server's `quality`. */
const LIMITS = { sizePixels: 90, sharpness: 0.2, brightness: 0.15, tooBright: 0.92, yaw: 45, pitch: 38, confidence: 0.6 };
/** Degrees from where on a head counts as turned. */
const TURNED = { yaw: 14, pitch: 12 };
/** A second face smaller than this share of the first is somebody in the background. */
const BACKGROUND_AREA = 0.25;
const SURE_ENOUGH = 0.8;

/** What a set of photos should show, in the order in which it is asked for. */
export const POSES = ['straight', 'left', 'right', 'up', 'down'];

/**
 * Whether a frame makes a good photo of one person: {face, pose, problem}; problem is null for a good one.
 *
 * @param answer of a live frame
 */
export function judge(answer) {
  const found = (answer.outcome.value.faces ?? []).map(({ face }) => face);
  const subjects = subjectsOf(found);
  if (subjects.length !== 1) {
    return { face: null, pose: null, problem: subjects.length === 0 ? 'NO_FACE' : 'SEVERAL_FACES' };
  }
  const face = subjects[0];
  return { face, pose: poseOf(face.quality), problem: problemOf(face) };
}

function subjectsOf(faces) {
  const surest = Math.max(0, ...faces.map((face) => face.confidence));
  const sure = faces.filter((face) => face.confidence >= surest * SURE_ENOUGH);
  const area = ({ box }) => box.w * box.h;
  const largest = Math.max(0, ...sure.map(area));
  return sure.filter((face) => area(face) >= largest * BACKGROUND_AREA);
}

function problemOf({ quality, confidence, box }) {
  const problems = {
    CUT_OFF: box.x < 0.01 || box.y < 0.01 || box.x + box.w > 0.99 || box.y + box.h > 0.99,
    SMALL_FACE: quality.sizePixels < LIMITS.sizePixels,
    LOW_BRIGHTNESS: quality.brightness < LIMITS.brightness,
    TOO_BRIGHT: quality.brightness > LIMITS.tooBright,
    EXTREME_POSE: Math.abs(quality.yaw) > LIMITS.yaw || Math.abs(quality.pitch) > LIMITS.pitch,
    LOW_SHARPNESS: quality.sharpness < LIMITS.sharpness,
    LOW_CONFIDENCE: confidence < LIMITS.confidence,
  };
  return Object.keys(problems).find((name) => problems[name]) ?? null;
}

/** The person's own left, as in the server's yaw. */
export function poseOf({ yaw, pitch }) {
  if (Math.abs(yaw) >= TURNED.yaw && Math.abs(yaw) >= Math.abs(pitch)) {
    return yaw > 0 ? 'left' : 'right';
  }
  if (Math.abs(pitch) >= TURNED.pitch) {
    return pitch > 0 ? 'up' : 'down';
  }
  return 'straight';
}

/** Whether two photos may be of one person. A head that is turned looks less like itself: only a clear no is one. */
export async function mayBeSame(photo, other) {
  const form = new FormData();
  form.append('file', photo);
  form.append('file', other);
  return (await askJson('/api/v1/verify', { method: 'POST', body: form })).decision !== 'unknown';
}
