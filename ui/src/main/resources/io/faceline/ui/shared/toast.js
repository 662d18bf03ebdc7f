import { element } from './html.js';

const SECONDS = 6;
let region = null;

/**
 * Shows a short message at the edge of the page and announces it to screen readers.
 *
 * @param action a button beside it: its `label`, and what it does
 */
export function toast(text, kind = 'info', action = null) {
  region ??= element`<div class="toasts" role="status" aria-live="polite"></div>`;
  // A modal dialog covers everything outside of it.
  (document.querySelector('dialog[open]') ?? document.body).append(region);
  const note = element`<p class="toast ${kind}">${text}</p>`;
  if (action) {
    note.append(
      element`<button type="button" class="toast-action" @click="${() => {
        note.remove();
        action.run();
      }}">${action.label}</button>`,
    );
  }
  region.append(note);
  setTimeout(() => note.remove(), SECONDS * 1000);
}

/** Shows an error; requests that were aborted because a page was left are none. */
export function toastError(error) {
  if (error.name !== 'AbortError') {
    toast(error.message, 'error');
  }
}
