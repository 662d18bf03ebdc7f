import { element } from '../shared/html.js';
import { reasonsOf, sentenceOf, titleOf, toneOf } from '../shared/faces.js';
import { t } from '../shared/strings.js';
import { candidateBars } from './candidate-bars.js';
import { openDialog } from '../shared/dialogs.js';
import { naming } from '../people/enroll-form.js';
import { toast } from '../shared/toast.js';

/**
 * All that is known of one face, and a way to name it.
 *
 * @param crop a canvas or image of the face
 * @param photo a function that gives the picture to enroll, with this face alone
 * @param onAdded called when the face has got a name
 */
export function openFacePanel({ face, crop, threshold, photo, onAdded }) {
  const reasons = reasonsOf(face);
  const dialog = openDialog(titleOf(face), [
    element`<div class="face-summary" data-tone="${toneOf(face)}">${crop}<p class="verdict">${sentenceOf(face)}</p></div>`,
    reasons.length > 0 ? element`<div><h3>${t('face.why')}</h3><ul class="reasons">${reasons.map((reason) => element`<li>${reason}</li>`)}</ul></div>` : null,
    element`<div><h3>${t('face.candidates')}</h3>${candidateBars(face.candidates, threshold)}</div>`,
    naming({
      label: t(face.decision === 'unknown' ? 'face.nameIt' : 'face.correctIt'),
      photos: async () => [await photo()],
      onAdded: (name) => {
        toast(t('face.added', { name }));
        dialog.close();
        onAdded(name);
      },
    }),
  ], 'drawer');
  if (face.decision === 'unknown') {
    dialog.querySelector('input').focus();
  }
}
