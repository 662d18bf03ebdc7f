/** How much better than the server's limits a face must be: what is kept here is to be taken there. Units as in its `quality`. */
const MARGIN = { sizePixels: 50, sharpness: 0.05, brightness: 0.03, yaw: 10, pitch: 7 };
/** The server takes these; better photos are to be had by turning away from the light. */
const TOO_BRIGHT = 0.92;
/** Degrees from where on a head counts as turned. */
const TURNED = { yaw: 14, pitch: 12 };

/** What a set of photos should show, in the order in which it is asked for. */
export const POSES = ['straight', 'left', 'right', 'up', 'down'];

/**
 * Whether a frame makes a good photo of one person: {face, pose, problem}; problem is null for a good one.
 *
 * @param answer of a live frame
 * @param portrait what the server enrolls, as it tells it
 */
export function judge(answer, portrait) {
  const found = (answer.outcome.value.faces ?? []).map(({ face }) => face);
  const subjects = subjectsOf(found, portrait);
  if (subjects.length !== 1) {
    return { face: null, pose: null, problem: subjects.length === 0 ? 'NO_FACE' : 'SEVERAL_FACES' };
  }
  const face = subjects[0];
  return { face, pose: poseOf(face.quality), problem: problemOf(face, portrait.limits) };
}

function subjectsOf(faces, { backgroundArea, shareOfSurest }) {
  const surest = Math.max(0, ...faces.map((face) => face.confidence));
  const sure = faces.filter((face) => face.confidence >= surest * shareOfSurest);
  const area = ({ box }) => box.w * box.h;
  const largest = Math.max(0, ...sure.map(area));
  return sure.filter((face) => area(face) >= largest * backgroundArea);
}

function problemOf({ quality, confidence, box }, limits) {
  const problems = {
    CUT_OFF: box.x < 0.01 || box.y < 0.01 || box.x + box.w > 0.99 || box.y + box.h > 0.99,
    SMALL_FACE: quality.sizePixels < limits.minSidePixels + MARGIN.sizePixels,
    LOW_BRIGHTNESS: quality.brightness < limits.minBrightness + MARGIN.brightness,
    TOO_BRIGHT: quality.brightness > TOO_BRIGHT,
    EXTREME_POSE: Math.abs(quality.yaw) > limits.maxYaw - MARGIN.yaw || Math.abs(quality.pitch) > limits.maxPitch - MARGIN.pitch,
    LOW_SHARPNESS: quality.sharpness < limits.minSharpness + MARGIN.sharpness,
    LOW_CONFIDENCE: confidence < limits.minConfidence,
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
