import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { picturesOf } from './alert-picture.js';
import { acknowledge, correct, deleteReference, getAlert, restore } from './alerts-api.js';

const NAME = 'faceline.alerts.name';

/** What somebody calls themselves in this browser; as the server wants it, so nothing if that is unknown. */
export function sayer() {
  const by = localStorage.getItem(NAME);
  return by ? { by } : {};
}

export function nameField() {
  return element`<label class="field"><span>${t('alerts.yourName')}</span><input name="by" value="${localStorage.getItem(NAME) ?? ''}" maxlength="100" autocomplete="name"></label>`;
}

export function rememberName(form) {
  const name = form.elements.by.value.trim();
  if (name) {
    localStorage.setItem(NAME, name);
  } else {
    localStorage.removeItem(NAME);
  }
}

/**
 * Opens a form in a dialog; what it does is tried until it succeeds or the dialog is closed.
 *
 * @param fields nodes
 * @param submit what to do with the form's elements; what it throws is shown
 */
export function openForm(title, fields, action, submit) {
  const form = element`<form class="stack">${fields}<p class="problem" role="alert"></p>
    <div class="row end"><button class="button primary">${action}</button></div></form>`;
  const dialog = openDialog(title, form, 'slim');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    button.classList.add('busy');
    try {
      await submit(form.elements, form);
      dialog.close();
    } catch (error) {
      form.querySelector('.problem').textContent = error.message;
    } finally {
      button.disabled = false;
      button.classList.remove('busy');
    }
  });
  return dialog;
}

/** Asks for a note, and says that the alert is seen to. */
export function askToAcknowledge(alert, onChange) {
  openForm(
    t('alerts.acknowledge'),
    [
      element`<p class="quiet">${t('alerts.acknowledgeWhat')}</p>`,
      element`<label class="field"><span>${t('alerts.note')}</span><input name="note" maxlength="300" autocomplete="off"></label>`,
      nameField(),
    ],
    t('alerts.acknowledge'),
    async ({ note }, form) => {
      rememberName(form);
      const text = note.value.trim();
      taken(await acknowledge(alert.id, { ...sayer(), ...(text ? { note: text } : {}) }), onChange);
    },
  );
}

/** Says that it is somebody else; afterwards shows the photo that is to blame. `people` are those who it can be. */
export function askWhoItIs(alert, people, onChange) {
  const wrong = alert.person;
  openForm(
    t('alerts.notThem', { name: wrong.name }),
    [
      element`<p class="quiet">${t('alerts.notThemWhat', { name: wrong.name })}</p>`,
      element`<label class="field"><span>${t('alerts.whoIsIt')}</span><select name="person"><option value="">${t('alerts.notKnown')}</option>${people
        .filter(({ id }) => id !== wrong.id)
        .map(({ id, name }) => element`<option value="${id}">${name}</option>`)}</select></label>`,
      nameField(),
    ],
    t('alerts.sayIt'),
    async ({ person }, form) => {
      rememberName(form);
      const view = await correct(alert.id, { ...sayer(), ...(person.value ? { person: person.value } : {}) });
      taken(view, onChange);
      showBlamed(view ?? { ...alert, was: wrong.id, wasPerson: wrong }, onChange);
    },
  );
}

/** The photo that the face was taken for, with a button that removes it and one that takes the correction back. */
function showBlamed(alert, onChange) {
  const name = alert.wasPerson?.name ?? t('face.nameless');
  const run = (work) => async () => {
    try {
      await work();
      dialog.close();
    } catch (error) {
      toastError(error);
    }
  };
  const remove = run(() => removeReference(alert, onChange));
  const undo = run(() => takeBack(alert, onChange));
  const dialog = openDialog(t('alerts.corrected'), [
    element`<div class="stack"><p>${t(alert.referencePicture ? 'alerts.blamed' : 'alerts.nothingBlamed', { name })}</p>
        <div class="alert-pictures large">${picturesOf(alert, true)}</div></div>`,
    element`<div class="row end">
        <button type="button" class="button" @click="${undo}">${t('alerts.takeBack')}</button>
        ${alert.referencePicture ? element`<button type="button" class="button danger" @click="${remove}">${t('alerts.removePhoto')}</button>` : ''}
        <button type="button" class="button primary" @click="${() => dialog.close()}">${t('alerts.done')}</button></div>`,
  ]);
}

export async function removeReference(alert, onChange) {
  await deleteReference(alert.id);
  toast(t('alerts.photoRemoved'));
  onChange(await getAlert(alert.id));
}

export async function takeBack(alert, onChange) {
  taken(await restore(alert.id, sayer()), onChange);
}

/** An answer without the alert says that it is written, but not to be seen yet. */
function taken(view, onChange) {
  if (view) {
    onChange(view);
  } else {
    toast(t('alerts.soon'));
  }
}
