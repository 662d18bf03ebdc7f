// @ts-check

const WINDOW_MILLIS = 2000;

/** Events per second, over the last two seconds. */
export class Rate {
  /** @type {number[]} */
  #times = [];

  count(now = performance.now()) {
    this.#times.push(now);
    this.#removeOld(now);
  }

  get perSecond() {
    return this.perSecondAt(performance.now());
  }

  /** @param {number} now in milliseconds */
  perSecondAt(now) {
    this.#removeOld(now);
    return (this.#times.length * 1000) / WINDOW_MILLIS;
  }

  /** @param {number} now in milliseconds */
  #removeOld(now) {
    while (this.#times.length > 0 && this.#times[0] < now - WINDOW_MILLIS) {
      this.#times.shift();
    }
  }
}

/** The last values of a measurement, and their quantiles. */
export class RecentValues {
  /** @type {number[]} */
  #values = [];
  #max;

  /** @param {number} max count of values that are kept */
  constructor(max) {
    this.#max = max;
  }

  /** @param {number} value */
  add(value) {
    this.#values.push(value);
    if (this.#values.length > this.#max) {
      this.#values.shift();
    }
  }

  /** @param {number} share 0 to 1; 0.5 for the median. @returns NaN if there is no value */
  quantile(share) {
    const sorted = [...this.#values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  }
}
