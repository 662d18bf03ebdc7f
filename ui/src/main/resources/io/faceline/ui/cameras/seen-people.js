// @ts-check
import { t } from '../shared/strings.js';

/**
 * @typedef {import('./cameras-api.js').Track} Track
 *
 * Somebody in front of a camera.
 * @typedef {object} Seen
 * @property {string} key
 * @property {string} title
 * @property {'sure' | 'unsure' | 'unknown'} tone
 * @property {string} firstAt
 * @property {string} lastAt
 * @property {number} visits
 * @property {boolean} isHere
 */

const TONES = /** @type {const} */ ({ match: 'sure', uncertain: 'unsure', unknown: 'unknown' });
const MAX_TRACKS = 200;

/** The tracks of a camera, of which newer records replace older ones, in whatever order they come. */
export class SeenPeople {
  /** @type {Map<string, Track>} */
  #tracks = new Map();

  /** @param {Track[]} tracks */
  add(...tracks) {
    for (const track of tracks) {
      const before = this.#tracks.get(track.id);
      if (!before || !earlier(track.lastAt, before.lastAt)) {
        this.#tracks.set(track.id, track);
      }
    }
    if (this.#tracks.size > MAX_TRACKS) {
      this.#tracks = new Map(
        [...this.#tracks].sort(([, a], [, b]) => b.lastAt.localeCompare(a.lastAt)).slice(0, MAX_TRACKS),
      );
    }
  }

  /**
   * Who was seen, the last first: a named person once, strangers each, as they may be several people.
   *
   * @returns {Seen[]}
   */
  list() {
    /** @type {Map<string, Seen>} */
    const seen = new Map();
    for (const track of this.#tracks.values()) {
      const one = seenOf(track);
      const before = seen.get(one.key);
      seen.set(one.key, before ? joined(before, one) : one);
    }
    return [...seen.values()].sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt));
  }
}

/** @param {Track} track @returns {Seen} */
function seenOf({ id, decision, person, firstAt, lastAt, isOpen }) {
  const name = person?.name ?? t('face.nameless');
  const titles = { match: name, uncertain: t('face.perhaps', { name }), unknown: t('face.unknown') };
  return {
    key: decision === 'unknown' || !person ? id : `${decision} ${person.id}`,
    title: titles[decision] ?? titles.unknown,
    tone: TONES[decision] ?? 'unknown',
    firstAt,
    lastAt,
    visits: 1,
    isHere: isOpen,
  };
}

/** @param {Seen} a @param {Seen} b @returns {Seen} */
function joined(a, b) {
  return {
    ...a,
    firstAt: earlier(a.firstAt, b.firstAt) ? a.firstAt : b.firstAt,
    lastAt: earlier(a.lastAt, b.lastAt) ? b.lastAt : a.lastAt,
    visits: a.visits + b.visits,
    isHere: a.isHere || b.isHere,
  };
}

/** @param {string} a @param {string} b */
function earlier(a, b) {
  return Date.parse(a) < Date.parse(b);
}
