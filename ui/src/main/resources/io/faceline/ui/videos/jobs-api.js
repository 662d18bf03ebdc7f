import { askJson, tell } from '../shared/api.js';
import { bytes, clock, number, t } from '../shared/strings.js';

export const JOBS = '/api/v1/jobs';

export function pathOf(id) {
  return `${JOBS}/${encodeURIComponent(id)}`;
}

export function isUnfinished(job) {
  return job.state === 'QUEUED' || job.state === 'RUNNING';
}

export function cancelJob(job) {
  return tell(`${pathOf(job.id)}/cancel`, { method: 'POST' });
}

export function deleteJob(job) {
  return tell(pathOf(job.id), { method: 'DELETE' });
}

export function peopleOf(job, signal) {
  return askJson(`${pathOf(job.id)}/people`, { signal });
}

/** 0 to 1; null until somebody can tell. */
export function shareOf(job) {
  if (job.state === 'DONE') {
    return 1;
  }
  return job.framesExpected ? Math.min(1, job.frames / job.framesExpected) : null;
}

/** How far it is, in words. */
export function progressOf(job) {
  const words = [];
  if (job.duration) {
    words.push(clock(job.duration));
  }
  words.push(bytes(job.bytes), t('job.frames', { count: job.frames, of: isUnfinished(job) && job.framesExpected ? ` / ${number(job.framesExpected)}` : '' }));
  if (job.framesPerSecondNow) {
    words.push(t('job.speed', { speed: number(job.framesPerSecondNow, 1) }));
  }
  if (job.secondsLeft) {
    words.push(t('job.left', { time: clock(job.secondsLeft) }));
  }
  if (job.lost > 0) {
    words.push(t('job.lost', { count: job.lost }));
  }
  return words.join(' · ');
}

/**
 * What happens in a job, from its first frame on: calls `onProgress`, `onFrame` and `onEnd` until the signal aborts. The browser comes back
 * by itself when the connection breaks, and misses nothing; where the server refuses, `onLost` is called.
 */
export function followJob(id, { onProgress, onFrame, onEnd, onLost }, signal) {
  const events = new EventSource(`${pathOf(id)}/events`);
  const read = (listener) => ({ data }) => listener(JSON.parse(data));
  events.addEventListener('progress', read(onProgress));
  events.addEventListener('frame', read(onFrame));
  events.addEventListener('end', ({ data }) => {
    events.close();
    onEnd(JSON.parse(data));
  });
  events.addEventListener('error', () => events.readyState === EventSource.CLOSED && onLost());
  signal.addEventListener('abort', () => events.close());
}
