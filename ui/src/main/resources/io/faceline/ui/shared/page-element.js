import { pause } from './pause.js';

/** A custom element whose listeners, timers and requests end when it is removed. Subclasses render in `show()`. */
export class PageElement extends HTMLElement {
  #removal = new AbortController();

  connectedCallback() {
    this.#removal = new AbortController();
    this.show();
  }

  disconnectedCallback() {
    this.#removal.abort();
    this.leave();
  }

  /** Aborts when the element is removed. */
  get signal() {
    return this.#removal.signal;
  }

  show() {}

  leave() {}

  listen(target, event, listener) {
    target.addEventListener(event, listener, { signal: this.signal });
  }

  /** Repeats the work with a pause after each run, until the element is removed or the work returns false. */
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
