// @ts-check

/**
 * @typedef {import('../shared/faces.js').Face} Face
 * @typedef {{id: string, face: Face}} Shown a face on the picture
 */

/** A row stays this long after its face was last seen: a button must not vanish because somebody blinks. */
const STAYS_MILLIS = 2500;

/** Who is in view, oldest first, as rows that do not flicker. */
export class InView {
  /** By the id of the shown track. @type {Map<string, Shown & {seenAt: number}>} */
  #rows = new Map();

  /**
   * @param {Shown[]} shown
   * @param {number} now in milliseconds
   * @returns {Shown[]}
   */
  update(shown, now) {
    for (const { id, face } of this.#listed(shown)) {
      this.#rows.set(id, { id, face, seenAt: now });
    }
    for (const [id, { face, seenAt }] of this.#rows) {
      if (now - seenAt > (face.trackKey === null ? 0 : STAYS_MILLIS)) {
        this.#rows.delete(id);
      }
    }
    return [...this.#rows.values()].map(({ id, face }) => ({ id, face }));
  }

  /** While faces with tracks are listed, those of a frame without are probably the same. @param {Shown[]} shown */
  #listed(shown) {
    const isTracked = [...this.#rows.values(), ...shown].some(({ face }) => face.trackKey !== null);
    return isTracked ? shown.filter(({ face }) => face.trackKey !== null) : shown;
  }
}
