import { enrollForm } from '../people/enroll-form.js';
import { sayIs, sayNot } from '../shared/corrections.js';
import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { formatTime, t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { saveLinks } from './save-links.js';

const TIMES_SHOWN = 4;

/**
 * A person in a video: best shot, times of appearance that seek when clicked, links that save them, and a button to name an unknown person, or to take the
 * name off. Emits `corrected` when the names in the video have changed.
 */
export function bestShotCard(
  job,
  title,
  { bestShot, appearances, frames, note, suggestion = '' },
  seek,
  person = null,
) {
  const tracks = appearances.flatMap((appearance) => appearance.tracks);
  const times = appearances
    .slice(0, TIMES_SHOWN)
    .map(
      (appearance) =>
        element`<span class="row times">${timeButton(title, appearance, seek)}${saveLinks(job, title, appearance)}</span>`,
    );
  const more = appearances.length - TIMES_SHOWN;
  const card = element`<li class="card shot">
    ${bestShot ? element`<img src="${bestShot.url}" alt="${t('job.bestShot', { name: title })}" loading="lazy">` : ''}
    <span class="person-name" title="${title}" dir="auto">${title}</span>
    <span class="quiet small">${note ?? t('job.seenFrames', { count: frames })}</span>
    ${times}${more > 0 ? element`<span class="quiet small">+${more}</span>` : ''}
    ${person === null && bestShot ? element`<button type="button" class="button" @click="${() => openEnrollDialog(card, title, bestShot, suggestion, tracks)}">${t('job.nameIt')}</button>` : ''}
    ${person === null ? '' : element`<button type="button" class="button" @click="${() => takeNameOff(card, title, tracks, person)}">${t('job.notPerson')}</button>`}</li>`;
  return card;
}

function timeButton(name, { from, to }, seek) {
  return element`<button type="button" class="time number" aria-label="${t('job.seekTo', { name, from: formatTime(from), to: formatTime(to) })}" @click="${() => seek(from)}">${formatTime(from)}</button>`;
}

/** Says that the tracks are not this person, which can be undone for a moment. */
async function takeNameOff(card, title, tracks, person) {
  // The page shows other cards by then.
  const page = card.closest('fl-job-detail');
  try {
    const takeBack = await sayNot(tracks, person);
    announce(page);
    const undo = () => takeBack().then(() => announce(page), toastError);
    toast(t('job.nameTakenOff', { name: title }), 'info', { label: t('job.undo'), run: undo });
  } catch (error) {
    toastError(error);
  }
}

function announce(page) {
  page?.dispatchEvent(new CustomEvent('corrected'));
}

/** Enrolls the best shot as the person's photo, and names the tracks. */
function openEnrollDialog(card, title, shot, suggestion, tracks) {
  const page = card.closest('fl-job-detail');
  const dialog = openDialog(
    title,
    [
      element`<img class="enroll-photo" src="${shot.url}" alt="">`,
      enrollForm({
        value: suggestion,
        photos: async () => [new File([await (await fetch(shot.url)).blob()], 'best-shot.jpg', { type: 'image/jpeg' })],
        onAdded: async (name, person) => {
          dialog.close();
          toast(t('face.added', { name }));
          await sayIs(tracks, person).then(() => announce(page), toastError);
        },
      }),
      element`<p class="quiet small">${t('job.nameHint')}</p>`,
    ],
    'slim',
  );
  dialog.querySelector('input').focus();
}
