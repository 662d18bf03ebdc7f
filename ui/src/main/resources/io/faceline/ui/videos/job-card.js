import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { routeAddress } from '../shared/router.js';
import { formatDateTime, formatPercent, t } from '../shared/strings.js';
import { isUnfinished, progressShare, progressText } from './job-progress.js';

const TONES = { DONE: 'sure', RUNNING: 'run', QUEUED: 'run', CANCELLED: 'unsure', FAILED: 'unknown' };

/** A video in the list with its progress; links to the video. */
export function jobCard(job) {
  return element`<li><a class="card job-card" href="${routeAddress('videos', job.id)}" data-tone="${TONES[job.state]}">
    ${icon('film')}<span class="job-title cut" title="${job.title}" dir="auto">${job.title}</span>${stateTag(job)}
    <span class="quiet small job-note">${[progressText(job), formatDateTime(job.startedAt), ...marks(job)].join(' · ')}</span>
    ${isUnfinished(job) ? progressBar(progressShare(job)) : null}
    ${job.error ? element`<span class="problem small job-note">${jobError(job)}</span>` : null}</a></li>`;
}

function marks(job) {
  return [job.rematchOf ? t('job.isRematch') : null, job.keptUntil ? t('job.isKept') : null].filter(Boolean);
}

export function stateTag(job) {
  return element`<span class="tag" data-tone="${TONES[job.state]}">${t(`job.${job.state}`)}</span>`;
}

export function jobError(job) {
  const key = `problem.${job.error.code}`;
  return t(key) === key ? job.error.message : t(key);
}

/** @param share 0 to 1, or null while it is unknown */
export function progressBar(share, label = t('job.progress')) {
  const bar = element`<div class="progress" role="progressbar" aria-label="${label}" aria-valuemin="0" aria-valuemax="100"><span></span></div>`;
  setProgress(bar, share);
  return bar;
}

export function setProgress(bar, share) {
  bar.firstElementChild.style.width = barWidth(share);
  bar.setAttribute('aria-valuenow', Math.round((share ?? 0) * 100));
  bar.setAttribute('aria-valuetext', share === null ? t('state.loading') : formatPercent(share));
}

function barWidth(share) {
  return `${(share ?? 0) * 100}%`;
}
