const WINDOW_MILLIS = 2000;

/** How often something happens a second, over the last two. */
export class Rate {
  #times = [];

  count() {
    this.#times.push(performance.now());
    this.#forget();
  }

  get perSecond() {
    this.#forget();
    return (this.#times.length * 1000) / WINDOW_MILLIS;
  }

  #forget() {
    const since = performance.now() - WINDOW_MILLIS;
    while (this.#times.length > 0 && this.#times[0] < since) {
      this.#times.shift();
    }
  }
}

/** The last values of something, and their median. */
export class Recent {
  #values = [];
  #most;

  constructor(most) {
    this.#most = most;
  }

  add(value) {
    this.#values.push(value);
    if (this.#values.length > this.#most) {
      this.#values.shift();
    }
  }

  /** @param share 0.5 for the median; NaN while there is nothing */
  at(share) {
    const sorted = [...this.#values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  }
}
