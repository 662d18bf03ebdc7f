// @ts-check
import { sayNot } from '../shared/corrections.js';

/**
 * @typedef {import('../shared/faces.js').Face} Face
 *
 * A name that the visitor took off a track. `takeBack` is null until the server has it.
 * @typedef {object} TakenOff
 * @property {{id: string, name: string}} person
 * @property {(() => Promise<void>) | null} takeBack
 */

/** The names that the visitor took off faces in view. They are hidden at once, also in answers that the server made before. */
export class LiveCorrections {
  /** By track, oldest first. @type {Map<string, TakenOff[]>} */
  #takenOff = new Map();
  #say;

  /** @param {typeof sayNot} say */
  constructor(say = sayNot) {
    this.#say = say;
  }

  /**
   * The face as it is shown. A face whose track the server does not say may be any of those that were corrected.
   *
   * @param {Face} face
   * @returns {Face}
   */
  shown(face) {
    const names = face.trackKey === null ? [...this.#takenOff.values()].flat() : (this.#of(face.trackKey) ?? []);
    const id = personId(face);
    return names.some(({ person }) => person.id === id)
      ? { ...face, decision: 'unknown', person: null, name: null, confidence: null }
      : face;
  }

  /** Who the track was said not to be, last. @param {string} track */
  lastOf(track) {
    return this.#of(track)?.at(-1)?.person ?? null;
  }

  /**
   * Says that a track is not this person.
   *
   * @param {string} track
   * @param {{id: string, name: string}} person
   * @throws what the server refuses; the name is then shown again
   */
  async takeOff(track, { id, name }) {
    /** @type {TakenOff} */
    const takenOff = { person: { id, name }, takeBack: null };
    this.#takenOff.set(track, [...(this.#of(track) ?? []), takenOff]);
    try {
      takenOff.takeBack = await this.#say([track], takenOff.person);
    } catch (error) {
      this.#forget(track, takenOff);
      throw error;
    }
  }

  /**
   * Takes back what was said last of a track.
   *
   * @param {string} track
   * @throws what the server refuses; the name then stays off
   */
  async undo(track) {
    const last = this.#of(track)?.at(-1);
    if (last?.takeBack) {
      await last.takeBack();
      this.#forget(track, last);
    }
  }

  /** @param {string} track */
  #of(track) {
    return this.#takenOff.get(track);
  }

  /**
   * @param {string} track
   * @param {TakenOff} takenOff
   */
  #forget(track, takenOff) {
    const rest = (this.#of(track) ?? []).filter((other) => other !== takenOff);
    if (rest.length === 0) {
      this.#takenOff.delete(track);
    } else {
      this.#takenOff.set(track, rest);
    }
  }
}

/** The candidate of a frame has its id elsewhere than the person of a track. @param {Face} face */
function personId({ person }) {
  return person?.id ?? person?.person ?? null;
}
