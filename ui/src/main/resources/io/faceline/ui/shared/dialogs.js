import { element } from './html.js';
import { t } from './strings.js';
import { iconButton } from './icon.js';

/**
 * A modal dialog with a title; the browser keeps the focus inside and gives it back. Gone once closed.
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
    // What is being said goes on being said.
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

/** Asks before something is done that cannot be undone, saying what goes. */
export function confirmed(title, text, action) {
  return new Promise((resolve) => {
    const answer = (value) => () => {
      resolve(value);
      dialog.close();
    };
    const dialog = openDialog(title, [
      element`<p>${text}</p>`,
      element`<div class="row end">
        <button type="button" class="button" @click="${answer(false)}">${t('action.cancel')}</button>
        <button type="button" class="button danger" @click="${answer(true)}">${action}</button>
      </div>`,
    ], 'slim');
    dialog.addEventListener('close', () => resolve(false));
  });
}

/** Asks for a line of text; null when there is none. */
export function askText(title, label, value = '', type = 'text') {
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
