// @ts-check
import { readEvents } from '../shared/event-stream.js';
import { pause } from '../shared/pause.js';
import { openEvents } from './cameras-api.js';

const RETRY_SECONDS = [1, 2, 5, 10];
/** Cameras tell of themselves every few seconds, and the server of itself: silence means that the connection is gone. */
const SILENCE_SECONDS = 45;

/**
 * Follows the events of all cameras until the signal aborts, over any number of lost connections. After each, the server tells
 * of all cameras anew.
 *
 * @param {{onEvent: (name: string, data: any) => void, onConnected: () => void, onLost: (error: any) => void}} listener
 *   `onLost` is called for each failed try
 * @param {AbortSignal} signal
 */
export async function followCameras({ onEvent, onConnected, onLost }, signal) {
  for (let failures = 0; !signal.aborted; failures++) {
    const begun = () => {
      failures = 0;
      onConnected();
    };
    const error = await readOnce(onEvent, begun, signal).catch((/** @type {any} */ e) => e);
    if (signal.aborted) {
      return;
    }
    onLost(error);
    await pause(RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length - 1)], signal);
  }
}

/**
 * @param {(name: string, data: any) => void} onEvent
 * @param {() => void} onConnected
 * @param {AbortSignal} signal
 */
async function readOnce(onEvent, onConnected, signal) {
  const silence = new Silence();
  try {
    const answer = await openEvents(AbortSignal.any([signal, silence.signal]));
    onConnected();
    if (answer.body) {
      await readEvents(
        answer.body,
        ({ name, data }) => onEvent(name, JSON.parse(data)),
        () => silence.broken(),
      );
    }
  } finally {
    silence.end();
  }
}

/** Aborts when nothing has been heard for too long. */
class Silence {
  #abortion = new AbortController();
  #timer = this.#start();

  get signal() {
    return this.#abortion.signal;
  }

  broken() {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  end() {
    clearTimeout(this.#timer);
  }

  #start() {
    return setTimeout(() => this.#abortion.abort(), SILENCE_SECONDS * 1000);
  }
}
