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
