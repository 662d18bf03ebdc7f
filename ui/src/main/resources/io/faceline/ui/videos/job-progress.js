// @ts-check
import { formatBytes, formatNumber, formatTime, t } from '../shared/strings.js';

/**
 * @typedef {object} Job
 * @property {'QUEUED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED'} state
 * @property {number} bytes
 * @property {number} frames
 * @property {number} lost
 * @property {number | null} [framesExpected]
 * @property {number | null} [duration] in seconds
 * @property {number | null} [framesPerSecondNow]
 * @property {number | null} [secondsLeft]
 */

/** @param {Pick<Job, 'state'>} job */
export function isUnfinished(job) {
  return job.state === 'QUEUED' || job.state === 'RUNNING';
}

/** 0 to 1; null while the number of frames is unknown. @param {Job} job */
export function progressShare(job) {
  if (job.state === 'DONE') {
    return 1;
  }
  return job.framesExpected ? Math.min(1, job.frames / job.framesExpected) : null;
}

/** The progress of a job as one line of text. @param {Job} job */
export function progressText(job) {
  return [
    job.duration ? formatTime(job.duration) : null,
    formatBytes(job.bytes),
    framesText(job),
    job.framesPerSecondNow ? t('job.speed', { speed: formatNumber(job.framesPerSecondNow, 1) }) : null,
    job.secondsLeft ? t('job.left', { time: formatTime(job.secondsLeft) }) : null,
    job.lost > 0 ? t('job.lost', { count: job.lost }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** @param {Job} job */
function framesText(job) {
  return isUnfinished(job) && job.framesExpected
    ? t('job.framesOf', { count: job.frames, of: job.framesExpected })
    : t('job.frames', { count: job.frames });
}
