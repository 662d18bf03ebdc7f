// @ts-check
import { followCameras } from './camera-events.js';
import { CameraWatches } from './camera-watch.js';
import { listCameras } from './cameras-api.js';

/** A connection may be lost for this long before cameras are shown as unknown: a stream also ends when the server wants. */
const PATIENCE_MILLIS = 4000;

/**
 * @typedef {object} FeedListener
 * @property {() => void} onList the cameras were listed: at first, and after each lost connection
 * @property {(name: string, id: string) => void} onEvent
 * @property {(error: any) => void} onRefused only an admin may look; nothing follows
 * @property {(error: any) => void} onUnreachable the cameras could not be listed yet
 */

/** All cameras, kept up to date until the signal aborts. */
export class CamerasFeed {
  watches = new CameraWatches();
  /** Why the server's file of cameras is not followed. @type {string | null} */
  fileProblem = null;
  #listener;
  #ending = new AbortController();
  #signal;
  #isListed = false;
  /** @type {number | null} */
  #lostAt = null;

  /**
   * @param {FeedListener} listener
   * @param {AbortSignal} signal
   */
  constructor(listener, signal) {
    this.#listener = listener;
    this.#signal = AbortSignal.any([signal, this.#ending.signal]);
    followCameras(
      {
        onEvent: (name, data) => this.#apply(name, data),
        onConnected: () => this.#list(),
        onLost: (error) => this.#lose(error),
      },
      this.#signal,
    );
  }

  /** Whether what the page shows is what the server says. */
  get isOnline() {
    return this.#lostAt === null || Date.now() - this.#lostAt < PATIENCE_MILLIS;
  }

  /** Ends it before the signal does. */
  close() {
    this.#ending.abort();
  }

  /** Lists all cameras: events do not tell that there is none, nor of those that were deleted while the connection was lost. */
  async #list() {
    this.#lostAt = null;
    try {
      const { cameras, fileProblem } = await listCameras(this.#signal);
      this.watches.replaceAll(cameras);
      this.fileProblem = fileProblem ?? null;
      this.#isListed = true;
      this.#listener.onList();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {string} name @param {any} data */
  #apply(name, data) {
    const id = this.watches.apply(name, data);
    if (id !== null && this.#isListed) {
      this.#listener.onEvent(name, id);
    }
  }

  /** @param {any} error undefined if the server ended the stream */
  #lose(error) {
    this.#lostAt ??= Date.now();
    if (error) {
      this.#fail(error);
    }
  }

  /** @param {any} error */
  #fail(error) {
    if (this.#signal.aborted) {
      return;
    }
    if (error.status === 401 || error.status === 403) {
      this.#ending.abort();
      this.#listener.onRefused(error);
    } else if (!this.#isListed) {
      this.#listener.onUnreachable(error);
    }
  }
}
