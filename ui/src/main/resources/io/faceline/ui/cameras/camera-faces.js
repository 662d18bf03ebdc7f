// @ts-check

/**
 * @typedef {import('../shared/faces.js').Box} Box
 *
 * The faces of an answered frame of a camera.
 * @typedef {object} FacesEvent
 * @property {string} camera
 * @property {string} frame
 * @property {string} capturedAt
 * @property {CameraFace[]} faces
 *
 * @typedef {object} CameraFace
 * @property {Box} box
 * @property {{id: string, number: number, decision: 'match' | 'uncertain' | 'unknown'} | null} track
 * @property {{id: string, name: string | null} | null} person
 */

/** Faces of another frame are shown on a picture if there is no more time between them. */
const MAX_GAP_MILLIS = 2000;
/** At 30 frames a second, what comes within the gap before and after. */
const MAX_KEPT = 120;

/** The answers of a camera's last seconds, which tell the faces on a picture. */
export class CameraFaces {
  /** Oldest first. @type {FacesEvent[]} */
  #answers = [];

  /** @param {FacesEvent} answer */
  add(answer) {
    this.#answers.push(answer);
    const newest = Date.parse(answer.capturedAt);
    this.#answers = this.#answers
      .filter(({ capturedAt }) => newest - Date.parse(capturedAt) <= 2 * MAX_GAP_MILLIS)
      .slice(-MAX_KEPT);
  }

  /**
   * The faces of the frame that the picture shows; if that was not answered with any, those nearest in time.
   *
   * @param {string | null} frame
   * @param {string | null} capturedAt
   */
  of(frame, capturedAt) {
    const same = this.#answers.find((answer) => answer.frame === frame);
    return (same ?? this.#nearest(Date.parse(capturedAt ?? '')))?.faces.map(shownFace) ?? [];
  }

  /** @param {number} time in milliseconds; NaN if unknown */
  #nearest(time) {
    const gap = (/** @type {FacesEvent} */ { capturedAt }) => Math.abs(Date.parse(capturedAt) - time);
    return this.#answers
      .filter((answer) => gap(answer) <= MAX_GAP_MILLIS)
      .reduce(
        (/** @type {FacesEvent | null} */ best, answer) => (best && gap(best) < gap(answer) ? best : answer),
        null,
      );
  }
}

/** @param {CameraFace} face */
function shownFace({ box, track, person }) {
  return {
    id: track?.id ?? null,
    face: { box, decision: track?.decision ?? 'unknown', confidence: null, name: person?.name ?? null },
  };
}
