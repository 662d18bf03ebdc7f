import { SIGNS } from '../shared/faces.js';
import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { clockText } from './camera-texts.js';

/** Who was in front of a camera, the last first. Nobody is said to be there now by a camera that is not live. */
export function cameraPeople(people, isLive) {
  const seen = people.map((one) => ({ ...one, isHere: one.isHere && isLive }));
  return element`<section class="card card-body stack" aria-label="${t('cameras.seen')}"><h2>${t('cameras.seen')}</h2>
    ${seen.length === 0 ? element`<p class="quiet">${t('cameras.nobody')}</p>` : element`<ul class="camera-seen">${seen.map(row)}</ul>`}</section>`;
}

function row({ title, tone, firstAt, lastAt, visits, isHere }) {
  const times = { first: clockText(firstAt), last: clockText(lastAt) };
  return element`<li data-tone="${tone}"><span class="who" dir="auto">${SIGNS[tone]} ${title}</span>
    <span class="quiet small number">${isHere ? t('cameras.hereSince', times) : timesText(times)}${visits > 1 ? ` · ${t('cameras.visits', { count: visits })}` : ''}</span>
    ${isHere ? element`<span class="tag">${t('cameras.here')}</span>` : ''}</li>`;
}

function timesText(times) {
  return times.first === times.last ? t('cameras.seenAt', times) : t('cameras.seenFromTo', times);
}
