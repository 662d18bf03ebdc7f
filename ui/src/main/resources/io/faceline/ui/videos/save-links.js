import { element } from '../shared/html.js';
import { formatTime, t } from '../shared/strings.js';
import { clipOf, clipPath, shotDownload } from './jobs-api.js';

/** Links that save the clip and the best shot of an appearance. */
export function saveLinks(job, name, appearance) {
  const clip = clipOf(appearance);
  const span = { name, from: formatTime(clip.from), to: formatTime(clip.to) };
  const shot = appearance.bestShot;
  return [
    saveLink(clipPath(job, clip), t('job.clip'), t('job.saveClip', span)),
    shot?.url
      ? saveLink(shotDownload(shot), t('job.shot'), t('job.saveShot', { name, at: formatTime(shot.position) }))
      : '',
  ];
}

function saveLink(address, text, label) {
  return element`<a class="time save" href="${address}" download aria-label="${label}" title="${label}">${text}</a>`;
}
