import { requestJson, requestVoid } from '../shared/api.js';

export const JOBS = '/api/v1/jobs';

export function jobPath(id) {
  return `${JOBS}/${encodeURIComponent(id)}`;
}

export function cancelJob(job) {
  return requestVoid(`${jobPath(job.id)}/cancel`, { method: 'POST' });
}

export function deleteJob(job) {
  return requestVoid(jobPath(job.id), { method: 'DELETE' });
}

/** Returns the new job. */
export function rematchJob(job) {
  return requestJson(`${jobPath(job.id)}/rematch`, { method: 'POST' });
}

/** Returns the job as it is from now on. */
export function keepJob(job, isKept) {
  return requestJson(`${jobPath(job.id)}/kept`, { method: isKept ? 'PUT' : 'DELETE' });
}

export function listJobPeople(job, signal) {
  return requestJson(`${jobPath(job.id)}/people`, { signal });
}

const CLIP_MARGIN_SECONDS = 1;
const MAX_CLIP_SECONDS = 600;

/** What a clip of an appearance shows, in seconds: a moment more on both sides, but no more than the server cuts. */
export function clipOf({ from, to }) {
  const begin = Math.max(0, from - CLIP_MARGIN_SECONDS);
  return { from: begin, to: Math.min(to + CLIP_MARGIN_SECONDS, begin + MAX_CLIP_SECONDS) };
}

export function clipPath(id, { from, to }) {
  return `${jobPath(id)}/clip?from=${Math.round(from * 1000)}&to=${Math.round(to * 1000)}`;
}

/** The address of a shot as a file that says where it comes from. */
export function shotDownload({ url }) {
  return `${url}&download`;
}

/**
 * Streams a job's events from its first frame on, until the signal aborts. The browser reconnects by itself and misses nothing;
 * `onLost` is called if the server refuses the connection.
 */
export function followJob(id, { onProgress, onFrame, onEnd, onLost }, signal) {
  const events = new EventSource(`${jobPath(id)}/events`);
  const parse =
    (listener) =>
    ({ data }) =>
      listener(JSON.parse(data));
  events.addEventListener('progress', parse(onProgress));
  events.addEventListener('frame', parse(onFrame));
  events.addEventListener('end', ({ data }) => {
    events.close();
    onEnd(JSON.parse(data));
  });
  events.addEventListener('error', () => events.readyState === EventSource.CLOSED && onLost());
  signal.addEventListener('abort', () => events.close());
}
