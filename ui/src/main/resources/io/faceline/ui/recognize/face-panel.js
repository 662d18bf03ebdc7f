import { enrollForm } from '../people/enroll-form.js';
import { openDialog } from '../shared/dialogs.js';
import { reasonTexts, sentenceOf, titleOf, toneOf } from '../shared/faces.js';
import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { candidateBars } from './candidate-bars.js';

/**
 * Shows everything known about one face, and a form to name it.
 *
 * @param crop a canvas or image of the face
 * @param photo a function that returns the photo to enroll, with this face only
 * @param onAdded called with the name once the face is enrolled
 */
export function openFacePanel({ face, crop, threshold, photo, onAdded }) {
  const reasons = reasonTexts(face);
  const dialog = openDialog(
    titleOf(face),
    [
      element`<div class="face-summary" data-tone="${toneOf(face)}">${crop}<p class="verdict">${sentenceOf(face)}</p></div>`,
      reasons.length > 0
        ? element`<div><h3>${t(face.decision === 'unknown' ? 'face.whyUnknown' : 'face.why')}</h3><ul class="reasons">${reasons.map((reason) => element`<li>${reason}</li>`)}</ul></div>`
        : null,
      element`<div><h3>${t('face.candidates')}</h3>${candidateBars(face.candidates, threshold)}</div>`,
      enrollForm({
        label: t(face.decision === 'unknown' ? 'face.nameIt' : 'face.correctIt'),
        photos: async () => [await photo()],
        onAdded: (name) => {
          toast(t('face.added', { name }));
          dialog.close();
          onAdded(name);
        },
      }),
    ],
    'drawer',
  );
  if (face.decision === 'unknown') {
    dialog.querySelector('input').focus();
  }
}
