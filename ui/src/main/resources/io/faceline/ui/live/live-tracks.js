// @ts-check

/**
 * @typedef {import('../shared/faces.js').Box} Box
 * @typedef {import('../shared/faces.js').Face} Face
 *
 * One face that is followed. `target` is its last detected box, `box` the one that is shown; times are those of performance.now().
 * @typedef {object} Track
 * @property {string} id
 * @property {Box} box
 * @property {Box} target
 * @property {{x: number, y: number}} speed in shares of the image per millisecond
 * @property {Face} face the newest detection
 * @property {number} capturedAt
 * @property {number} updatedAt
 * @property {number} movedAt
 * @property {{at: number, x: number, y: number}[]} trail
 */

const EXPIRES_AFTER_MILLIS = 800;
const MAX_EXTRAPOLATION_MILLIS = 250;
/** Time constant with which a shown box approaches the detected one. */
const SMOOTHING_MILLIS = 70;
/** Share of the measured speed that is extrapolated: detected boxes jitter. */
const SPEED_SHARE = 0.5;
const TRAIL_MILLIS = 1500;

/**
 * Moves the boxes of faces between the answers of the server, at the screen's rate. Which face is which, and who it is, says the
 * server's track. A face without one is shown where the newest answer has it, with its own decision.
 */
export class LiveTracks {
  /** @type {Track[]} */
  #tracks = [];

  /**
   * @param {Face[]} faces of one answer, which has tracks for all of its faces or for none
   * @param {number} capturedAt when the frame was captured, as of performance.now()
   */
  update(faces, capturedAt, now = performance.now()) {
    const known = new Map(this.#continuing(faces).map((track) => [track.id, track]));
    for (const face of faces) {
      const id = idOf(face);
      const track = known.get(id);
      known.set(id, track ? continued(track, face, capturedAt, now) : begun(id, face, capturedAt, now));
    }
    this.#tracks = [...known.values()];
  }

  /**
   * The earlier tracks that may go on: a face that was not found for a moment stays, unless another is in its place. Which of them
   * the faces without a track are, nobody knows.
   *
   * @param {Face[]} faces
   */
  #continuing(faces) {
    const isTracked = faces.every(({ track }) => track !== null);
    const ids = new Set(faces.map(idOf));
    return this.#tracks.filter(
      ({ id, face, target }) =>
        isTracked && face.track !== null && (ids.has(id) || !faces.some(({ box }) => isInside(target, box))),
    );
  }

  /** The tracks at a moment, with boxes moved to where the faces probably are. @param {number} now */
  tracksAt(now) {
    this.#tracks = this.#tracks.filter((track) => now - track.updatedAt < EXPIRES_AFTER_MILLIS);
    return this.#tracks.map((track) => {
      moveBox(track, now);
      return { id: track.id, face: { ...track.face, box: track.box }, trail: track.trail };
    });
  }
}

/** @param {Face} face */
function idOf({ track, index }) {
  return track === null ? `face-${index}` : `track-${track}`;
}

/**
 * @param {string} id
 * @param {Face} face
 * @param {number} capturedAt
 * @param {number} now
 * @returns {Track}
 */
function begun(id, face, capturedAt, now) {
  return {
    id,
    box: { ...face.box },
    target: face.box,
    speed: { x: 0, y: 0 },
    face,
    capturedAt,
    updatedAt: now,
    movedAt: now,
    trail: [],
  };
}

/**
 * @param {Track} track
 * @param {Face} face
 * @param {number} capturedAt
 * @param {number} now
 * @returns {Track}
 */
function continued(track, face, capturedAt, now) {
  const millis = Math.max(1, capturedAt - track.capturedAt);
  return {
    ...track,
    speed: {
      x: ((face.box.x - track.target.x) / millis) * SPEED_SHARE,
      y: ((face.box.y - track.target.y) / millis) * SPEED_SHARE,
    },
    target: face.box,
    face: { ...face, confidence: face.confidence ?? confidenceOfSame(track.face, face) },
    capturedAt,
    updatedAt: now,
  };
}

/**
 * A frame that does not agree with its track has no confidence. That of the last one that did is shown as long as the track says the
 * same.
 *
 * @param {Face} before
 * @param {Face} face
 */
function confidenceOfSame(before, face) {
  const isSame = before.decision === face.decision && before.person?.id === face.person?.id;
  return isSame ? before.confidence : null;
}

/**
 * @param {Track} track changed in place
 * @param {number} now
 */
function moveBox(track, now) {
  const ahead = Math.min(MAX_EXTRAPOLATION_MILLIS, now - track.capturedAt);
  const share = 1 - Math.exp(-(now - track.movedAt) / SMOOTHING_MILLIS);
  const { box, target, speed } = track;
  box.x += (target.x + speed.x * ahead - box.x) * share;
  box.y += (target.y + speed.y * ahead - box.y) * share;
  box.w += (target.w - box.w) * share;
  box.h += (target.h - box.h) * share;
  track.movedAt = now;
  track.trail.push({ at: now, x: box.x + box.w / 2, y: box.y + box.h });
  track.trail = track.trail.filter((point) => now - point.at < TRAIL_MILLIS);
}

/**
 * Whether the middle of a box is inside another one.
 *
 * @param {Box} inner
 * @param {Box} outer
 */
function isInside(inner, outer) {
  const x = inner.x + inner.w / 2 - outer.x;
  const y = inner.y + inner.h / 2 - outer.y;
  return x >= 0 && x <= outer.w && y >= 0 && y <= outer.h;
}
