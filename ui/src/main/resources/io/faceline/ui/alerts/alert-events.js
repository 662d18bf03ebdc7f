// @ts-check
import { readEvents } from '../shared/event-stream.js';
import { pause } from '../shared/pause.js';
import { openAlertEvents } from './alerts-api.js';

const RETRY_SECONDS = [1, 2, 5, 10];
/** The server tells every few seconds that it is there: silence means that the connection is gone. */
const SILENCE_MILLIS = 15_000;

/**
 * @typedef {object} EventsListener
 * @property {(alert: import('./alerts-api.js').AlertView) => void} onAlert
 * @property {(clockAhead: number) => void} onConnected by how many milliseconds the clock of this browser is ahead of the server's
 * @property {(error: any) => void} onLost for each failed try; undefined if the server ended the stream
 */

/**
 * Follows the revisions of alerts until the signal aborts, over any number of lost connections: each goes on where the one before
 * ended.
 *
 * @param {EventsListener} listener
 * @param {AbortSignal} signal
 */
export async function followAlerts({ onAlert, onConnected, onLost }, signal) {
  /** @type {string | null} */
  let last = null;
  for (let failures = 0; !signal.aborted; failures++) {
    const error = await readOnce(last, signal, {
      onOpen: (answer) => {
        failures = 0;
        onConnected(clockAhead(answer));
      },
      onAlert,
      onId: (id) => {
        last = id;
      },
    }).catch((/** @type {any} */ e) => e);
    if (signal.aborted) {
      return;
    }
    onLost(error);
    await pause(RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length - 1)], signal);
  }
}

/**
 * @param {string | null} after
 * @param {AbortSignal} signal
 * @param {{onOpen: (answer: Response) => void, onAlert: (alert: any) => void, onId: (id: string) => void}} listener
 */
async function readOnce(after, signal, { onOpen, onAlert, onId }) {
  const silence = new AbortController();
  const start = () => setTimeout(() => silence.abort(), SILENCE_MILLIS);
  let timer = start();
  const onBytes = () => {
    clearTimeout(timer);
    timer = start();
  };
  try {
    const answer = await openAlertEvents(after, AbortSignal.any([signal, silence.signal]));
    onOpen(answer);
    if (answer.body) {
      await readEvents(answer.body, ({ name, data }) => name === 'alert' && onAlert(JSON.parse(data)), onBytes, onId);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** To the second, which the server says in the headers of its answers. @param {Response} answer */
function clockAhead(answer) {
  const time = Date.parse(answer.headers.get('Date') ?? '');
  return Number.isNaN(time) ? 0 : Date.now() - time;
}
