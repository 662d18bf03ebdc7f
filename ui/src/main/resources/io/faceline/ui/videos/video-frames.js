// @ts-check
import { facesOf } from '../shared/faces.js';

/** @typedef {import('../shared/faces.js').Face} Face */
/** @typedef {{at: number, faces: Face[]}} Frame */

/** Detections further apart than this are not joined by a moving box. */
const MAX_GAP_SECONDS = 1.2;

/** The analysed frames of a video, which tell the faces at any moment. Frames are added in order. */
export class VideoFrames {
  /** @type {Frame[]} */
  #frames = [];

  clear() {
    this.#frames = [];
  }

  /** @param {any} answer to a frame */
  add(answer) {
    if (answer.facts.position !== null && answer.outcome.value.faces) {
      this.#frames.push({ at: answer.facts.position, faces: facesOf(answer) });
    }
  }

  /** The faces at a moment, with boxes interpolated between the frames before and after it. @param {number} seconds */
  facesAt(seconds) {
    const next = this.#firstAfter(seconds);
    const before = this.#frames[next - 1];
    const after = this.#frames[next];
    if (!before || seconds - before.at > MAX_GAP_SECONDS) {
      return [];
    }
    return before.faces
      .filter((face) => continuationOf(face, before, after) || !isPastHalf(before, after, seconds))
      .map((face) => ({ id: face.track ?? `face-${face.index}`, face: interpolate(face, before, after, seconds) }));
  }

  /** @param {number} seconds */
  #firstAfter(seconds) {
    let [low, high] = [0, this.#frames.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#frames[middle].at <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/**
 * The same face in the next frame, if that follows soon enough.
 *
 * @param {Face} face
 * @param {Frame} before
 * @param {Frame | undefined} after
 */
function continuationOf(face, before, after) {
  if (!after || after.at - before.at > MAX_GAP_SECONDS) {
    return undefined;
  }
  return after.faces.find(({ track }) => track !== null && track === face.track);
}

/**
 * A face that is missing in the next frame disappeared somewhere in between: half of the time is the best guess.
 *
 * @param {Frame} before
 * @param {Frame | undefined} after
 * @param {number} seconds
 */
function isPastHalf(before, after, seconds) {
  return after !== undefined && seconds > (before.at + after.at) / 2;
}

/**
 * @param {Face} face
 * @param {Frame} before
 * @param {Frame} after
 * @param {number} seconds
 * @returns {Face}
 */
function interpolate(face, before, after, seconds) {
  const later = continuationOf(face, before, after);
  if (!later) {
    return face;
  }
  const share = (seconds - before.at) / (after.at - before.at);
  const between = (/** @type {'x' | 'y' | 'w' | 'h'} */ side) =>
    face.box[side] + (later.box[side] - face.box[side]) * share;
  return { ...face, box: { x: between('x'), y: between('y'), w: between('w'), h: between('h') } };
}
