// @ts-check

const SEEN = 'faceline.alerts.seen';
const MAX = 2000;

/** The alerts that were looked at in this browser: nobody else knows. */
export class SeenAlerts {
  /** @type {Set<string>} */
  #ids;
  #storage;

  /** @param {Storage} [storage] */
  constructor(storage = localStorage) {
    this.#storage = storage;
    this.#ids = new Set(read(storage));
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {string[]} ids */
  add(...ids) {
    // Another tab may have added some.
    this.#ids = new Set([...read(this.#storage), ...ids].slice(-MAX));
    this.#storage.setItem(SEEN, JSON.stringify([...this.#ids]));
  }
}

/** @param {Storage} storage @returns {string[]} */
function read(storage) {
  try {
    return JSON.parse(storage.getItem(SEEN) ?? '[]');
  } catch {
    return [];
  }
}
