import { element } from './html.js';

const SECONDS = 6;
let region = null;

/** Says something briefly, at the edge of the page and to screen readers. */
export function toast(text, kind = 'info') {
  region ??= element`<div class="toasts" role="status" aria-live="polite"></div>`;
  // A modal dialog hides what is outside of it.
  (document.querySelector('dialog[open]') ?? document.body).append(region);
  const note = element`<p class="toast ${kind}">${text}</p>`;
  region.append(note);
  setTimeout(() => note.remove(), SECONDS * 1000);
}

/** Says what went wrong; leaving a page is no mistake. */
export function toastProblem(error) {
  if (error.name !== 'AbortError') {
    toast(error.message, 'error');
  }
}
