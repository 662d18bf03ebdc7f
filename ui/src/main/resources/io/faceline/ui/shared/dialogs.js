import { element } from './html.js';
import { iconButton } from './icon.js';
import { t } from './strings.js';

/**
 * Opens a modal dialog. The browser keeps the focus inside and restores it; the dialog is removed when closed.
 *
 * @param content nodes
 */
export function openDialog(title, content, classes = '') {
  const dialog = element`
    <dialog class="dialog ${classes}" aria-label="${title}">
      <header class="dialog-head"><h2>${title}</h2></header>
      <div class="dialog-body">${content}</div>
    </dialog>`;
  dialog.querySelector('header').append(iconButton('close', t('action.close'), () => dialog.close()));
  dialog.addEventListener('close', () => {
    // Toasts inside the dialog stay visible.
    document.body.append(...dialog.querySelectorAll('.toasts'));
    dialog.remove();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks for confirmation of an action that cannot be undone. */
export function confirmAction(title, text, action) {
  return new Promise((resolve) => {
    const answer = (value) => () => {
      resolve(value);
      dialog.close();
    };
    const dialog = openDialog(
      title,
      [
        element`<p>${text}</p>`,
        element`<div class="row end">
        <button type="button" class="button" @click="${answer(false)}">${t('action.cancel')}</button>
        <button type="button" class="button danger" @click="${answer(true)}">${action}</button>
      </div>`,
      ],
      'slim',
    );
    dialog.addEventListener('close', () => resolve(false));
  });
}

/** Asks for a line of text; null if the dialog is cancelled. */
export function promptText(title, label, value = '', type = 'text') {
  return new Promise((resolve) => {
    const done = (event) => {
      event.preventDefault();
      resolve(form.elements.text.value.trim() || null);
      dialog.close();
    };
    const form = element`<form class="stack" @submit="${done}">
      <label class="field"><span>${label}</span><input name="text" type="${type}" value="${value}" maxlength="200" required autocomplete="off"></label>
      <div class="row end"><button class="button primary">${t('action.ok')}</button></div>
    </form>`;
    const dialog = openDialog(title, form, 'slim');
    form.elements.text.select();
    dialog.addEventListener('close', () => resolve(null));
  });
}
