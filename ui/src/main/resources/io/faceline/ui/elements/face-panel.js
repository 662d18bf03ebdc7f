import { element } from '/ui/lib/html.js';
import { reasonsOf, sentenceOf, titleOf, toneOf } from '/ui/lib/faces.js';
import { t } from '/ui/lib/strings.js';
import { candidateBars } from '/ui/elements/candidates.js';
import { openDialog } from '/ui/elements/dialogs.js';
import { toast } from '/ui/elements/toast.js';
import { enroll } from '/ui/lib/people.js';
import { refusalOf } from '/ui/lib/refusals.js';
import '/ui/elements/name-form.js';

/**
 * All that is known of one face, and a way to name it.
 *
 * @param crop a canvas or image of the face
 * @param photo a function that gives the picture to enroll, with this face alone; without it nobody can be added
 * @param onAdded called when the face has got a name
 */
export function openFacePanel({ face, crop, threshold, photo, onAdded }) {
  const reasons = reasonsOf(face);
  const dialog = openDialog(titleOf(face), [
    element`<div class="face-summary" data-tone="${toneOf(face)}">${crop}<p class="verdict">${sentenceOf(face)}</p></div>`,
    reasons.length > 0 ? element`<div><h3>${t('face.why')}</h3><ul class="reasons">${reasons.map((reason) => element`<li>${reason}</li>`)}</ul></div>` : null,
    element`<div><h3>${t('face.candidates')}</h3>${candidateBars(face.candidates, threshold)}</div>`,
    photo ? addForm(face, photo, (name) => {
      dialog.close();
      onAdded(name);
    }) : null,
  ], 'drawer');
  if (face.decision === 'unknown') {
    dialog.querySelector('input')?.focus();
  }
  return dialog;
}

function addForm(face, photo, onAdded) {
  const form = document.createElement('fl-name-form');
  form.label = face.decision === 'unknown' ? t('face.nameIt') : t('face.correctIt');
  const refusal = element`<p class="problem" role="alert"></p>`;
  form.addEventListener('named', async ({ detail: { name, scope } }) => {
    form.busy = true;
    refusal.textContent = '';
    try {
      await enroll(name, [await photo()], scope);
      toast(t('face.added', { name }));
      onAdded(name);
    } catch (error) {
      refusal.textContent = refusalOf(error);
    } finally {
      form.busy = false;
    }
  });
  return element`<div class="stack">${form}${refusal}</div>`;
}
