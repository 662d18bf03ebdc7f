// @ts-check

/** @typedef {import('./alerts-api.js').AlertView} AlertView */

/**
 * The alerts of a page, the newest first. A revision never gives way to an earlier one, in whatever order they come.
 */
export class AlertBook {
  #takes;
  /** @type {Map<string, AlertView>} */
  #alerts = new Map();
  /** The newest revision of each that was shown, be it gone. @type {Map<string, number>} */
  #revisions = new Map();
  /** The page ends here: what is older comes with the next one. @type {AlertView | null} */
  #end = null;

  /** @param {(alert: AlertView) => boolean} takes whether an alert is asked for */
  constructor(takes = () => true) {
    this.#takes = takes;
  }

  /** The next page of a list. @param {{items: AlertView[], next: string | null}} page */
  addPage({ items, next }) {
    for (const alert of items) {
      if (!this.#isOld(alert)) {
        this.#put(alert);
      }
    }
    this.#end = next === null ? null : (items.at(-1) ?? null);
  }

  /**
   * A revision that came by itself.
   *
   * @param {AlertView} alert
   * @returns {'new' | 'changed' | 'gone' | null} what it is to the list; gone if it is not asked for any more
   */
  apply(alert) {
    const before = this.#alerts.get(alert.id);
    if (this.#isOld(alert) || (this.#end && !before && byAge(this.#end, alert) < 0)) {
      return null;
    }
    if (!this.#takes(alert)) {
      this.#revisions.set(alert.id, alert.revision);
      return this.#alerts.delete(alert.id) ? 'gone' : null;
    }
    this.#put(alert);
    return before ? 'changed' : 'new';
  }

  /**
   * Takes the same revision with more of it.
   *
   * @param {AlertView} alert
   * @returns whether it is a revision that is shown
   */
  complete(alert) {
    const isShown = alert.revision >= (this.#alerts.get(alert.id)?.revision ?? Infinity);
    if (isShown) {
      this.#put(alert);
    }
    return isShown;
  }

  /** @param {string} id */
  get(id) {
    return this.#alerts.get(id);
  }

  list() {
    return [...this.#alerts.values()].sort(byAge);
  }

  /** @param {AlertView} alert */
  #put(alert) {
    this.#alerts.set(alert.id, alert);
    this.#revisions.set(alert.id, alert.revision);
  }

  /** @param {AlertView} alert */
  #isOld({ id, revision }) {
    return revision <= (this.#revisions.get(id) ?? 0);
  }
}

/** As the server orders them. @param {AlertView} a @param {AlertView} b */
function byAge(a, b) {
  return Date.parse(b.openedAt) - Date.parse(a.openedAt) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
