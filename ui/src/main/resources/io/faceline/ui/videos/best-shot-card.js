import { enrollForm } from '../people/enroll-form.js';
import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { formatTime, t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';

const TIMES_SHOWN = 4;

/** A person in a video: best shot, times of appearance that seek when clicked, and for unknown people a button to name them. */
export function bestShotCard(title, { bestShot, appearances, frames, note, suggestion = '' }, seek, person = null) {
  const times = appearances
    .slice(0, TIMES_SHOWN)
    .map(
      ({ from, to }) =>
        element`<button type="button" class="time number" aria-label="${t('job.seekTo', { name: title, from: formatTime(from), to: formatTime(to) })}" @click="${() => seek(from)}">${formatTime(from)}</button>`,
    );
  const more = appearances.length - TIMES_SHOWN;
  return element`<li class="card shot">
    ${bestShot ? element`<img src="${bestShot.url}" alt="${t('job.bestShot', { name: title })}" loading="lazy">` : ''}
    <span class="person-name" title="${title}" dir="auto">${title}</span>
    <span class="quiet small">${note ?? t('job.seenFrames', { count: frames })}</span>
    <span class="row times">${times}${more > 0 ? element`<span class="quiet small">+${more}</span>` : ''}</span>
    ${person === null && bestShot ? element`<button type="button" class="button" @click="${() => openEnrollDialog(title, bestShot, suggestion)}">${t('job.nameIt')}</button>` : ''}</li>`;
}

/** Enrolls the best shot as the person's photo. */
function openEnrollDialog(title, shot, suggestion) {
  const dialog = openDialog(
    title,
    [
      element`<img class="enroll-photo" src="${shot.url}" alt="">`,
      enrollForm({
        value: suggestion,
        photos: async () => [new File([await (await fetch(shot.url)).blob()], 'best-shot.jpg', { type: 'image/jpeg' })],
        onAdded: (name) => {
          toast(t('face.added', { name }));
          dialog.close();
        },
      }),
      element`<p class="quiet small">${t('job.nameHint')}</p>`,
    ],
    'slim',
  );
  dialog.querySelector('input').focus();
}
