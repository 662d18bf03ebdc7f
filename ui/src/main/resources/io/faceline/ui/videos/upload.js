import { ensureSession, Problem } from '../shared/api.js';
import { t } from '../shared/strings.js';

/**
 * Uploads a video. Unlike fetch, XMLHttpRequest reports progress.
 *
 * @param onProgress called with the share that was sent, 0 to 1
 * @param signal cancels the upload
 * @returns the job
 * @throws Problem
 */
export async function uploadVideo(file, framesPerSecond, onProgress, signal) {
  await ensureSession();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/videos?${new URLSearchParams({ framesPerSecond, title: file.name })}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded / event.total));
    request.addEventListener('load', () => {
      const body = bodyOf(request);
      if (request.status === 202) {
        resolve(body);
      } else {
        reject(new Problem(request.status, body.code, body.detail ?? request.statusText, body));
      }
    });
    request.addEventListener('error', () => reject(new Problem(0, 'UNREACHABLE', t('problem.UNREACHABLE'))));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function bodyOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}
