import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { t } from '../shared/strings.js';
import { filmAddress } from './film-link.js';
import { clockText, othersText, startOf, sureText, timeText, togetherText } from './visit-texts.js';

const TONES = { match: 'sure', uncertain: 'unsure', unknown: 'unknown' };

/** A visit in a list, which opens the video where it begins; where both are in view, if somebody is looked for together. */
export function visitCard(visit, together) {
  const tone = TONES[visit.decision];
  const lines = [clockText(visit), sureText(visit), othersText(visit, together)].filter((line) => line !== '');
  const both = togetherText(visit, together);
  return element`<li><a class="card visit-card" href="${filmAddress(visit.job.id, startOf(visit, together))}" data-tone="${tone}">
    ${visit.bestShot?.url ? element`<img src="${visit.bestShot.url}" alt="" loading="lazy">` : element`<span class="no-shot">${icon('film')}</span>`}
    <span class="grow"><span class="row"><b class="cut" dir="auto" title="${visit.job.title}">${visit.job.title}</b><span class="tag" data-tone="${tone}">${t(visit.decision === 'match' ? 'find.sure' : 'job.uncertain')}</span></span>
      <span class="number visit-time">${timeText(visit)}</span>
      ${both ? element`<span dir="auto">${both}</span>` : ''}
      ${lines.map((line) => element`<span class="quiet small" dir="auto">${line}</span>`)}</span></a></li>`;
}
