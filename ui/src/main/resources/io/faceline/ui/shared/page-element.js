/** A custom element whose listeners and timers end when it leaves the page. Subclasses say what they show in `show()`. */
export class PageElement extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    this.show();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.leave();
  }

  /** Aborted when the element leaves: for fetches, and for whatever must not go on. */
  get signal() {
    return this.#leaving.signal;
  }

  show() {}

  leave() {}

  listen(target, event, listener) {
    target.addEventListener(event, listener, { signal: this.signal });
  }

  /** Runs work again and again, `seconds` after it was done, while the element is there and the work does not return false. */
  async every(seconds, work) {
    while (!this.signal.aborted) {
      if (!document.hidden && (await work()) === false) {
        return;
      }
      await pause(seconds, this.signal);
    }
  }

  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  find(selector) {
    return this.querySelector(selector);
  }
}

/** Waits, or less long when the signal aborts. */
export function pause(seconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
