import { element } from '../shared/html.js';
import { clock, t } from '../shared/strings.js';
import { openDialog } from '../shared/dialogs.js';
import { naming } from '../people/enroll-form.js';
import { toast } from '../shared/toast.js';

const TIMES_SHOWN = 4;

/** Somebody in a film: the best shot, when they were seen (a click seeks), and for strangers a way to name them. */
export function shotCard(title, { bestShot, appearances, frames, words, suggestion = '' }, seek, person = null) {
  const times = appearances.slice(0, TIMES_SHOWN).map(({ from, to }) =>
    element`<button type="button" class="time number" aria-label="${t('job.seekTo', { name: title, from: clock(from), to: clock(to) })}" @click="${() => seek(from)}">${clock(from)}</button>`);
  const more = appearances.length - TIMES_SHOWN;
  return element`<li class="card shot">
    ${bestShot ? element`<img src="${bestShot.url}" alt="${t('job.bestShot', { name: title })}" loading="lazy">` : ''}
    <span class="person-name" title="${title}" dir="auto">${title}</span>
    <span class="quiet small">${words ?? t('job.seenFrames', { count: frames })}</span>
    <span class="row times">${times}${more > 0 ? element`<span class="quiet small">+${more}</span>` : ''}</span>
    ${person === null && bestShot ? element`<button type="button" class="button" @click="${() => openNaming(title, bestShot, suggestion)}">${t('job.nameIt')}</button>` : ''}</li>`;
}

/** The best shot becomes the person's photo. */
function openNaming(title, shot, suggestion) {
  const dialog = openDialog(title, [
    element`<img class="naming" src="${shot.url}" alt="">`,
    naming({
      value: suggestion,
      photos: async () => [new File([await (await fetch(shot.url)).blob()], 'best-shot.jpg', { type: 'image/jpeg' })],
      onAdded: (name) => {
        toast(t('face.added', { name }));
        dialog.close();
      },
    }),
    element`<p class="quiet small">${t('job.nameHint')}</p>`], 'slim');
  dialog.querySelector('input').focus();
}
