// @ts-check
import { pause } from '../shared/pause.js';
import { AlertBook } from './alert-book.js';
import { followAlerts } from './alert-events.js';
import { queryOf, takes } from './alert-filter.js';
import { getAlert, listAlerts } from './alerts-api.js';

const PER_PAGE = 50;
/** The server may read the picture of a new alert a moment after it. */
const PICTURE_SECONDS = 2;
const NEW_MILLIS = 600_000;
/** A connection may be lost for this long before the page says so: a stream also ends when the server wants. */
const PATIENCE_MILLIS = 4000;

/**
 * @typedef {import('./alerts-api.js').AlertView} AlertView
 *
 * @typedef {object} FeedListener
 * @property {() => void} onList the first page was listed
 * @property {(alert: AlertView, what: 'new' | 'changed' | 'gone') => void} onAlert of the list
 * @property {(alert: AlertView, now: number) => void} onNews each revision that comes, asked for or not, and the server's time
 * @property {(error: any) => void} onRefused only an admin may look; nothing follows
 * @property {(error: any) => void} onUnreachable nothing could be listed yet
 */

/** The alerts of a filter, kept up to date until the signal aborts. */
export class AlertsFeed {
  book;
  /** The cursor of the next page. @type {string | null} */
  next = null;
  #filter;
  #listener;
  #ending = new AbortController();
  #signal;
  #isListed = false;
  #clockAhead = 0;
  /** @type {number | null} */
  #lostAt = null;

  /**
   * @param {import('./alert-filter.js').Filter} filter
   * @param {FeedListener} listener
   * @param {AbortSignal} signal
   */
  constructor(filter, listener, signal) {
    this.#filter = filter;
    this.#listener = listener;
    this.#signal = AbortSignal.any([signal, this.#ending.signal]);
    this.book = new AlertBook((alert) => takes(filter, alert));
    followAlerts(
      {
        onAlert: (alert) => this.#apply(alert),
        onConnected: (clockAhead) => this.#connected(clockAhead),
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

  /** The next page, after which `next` is that of the one behind it. */
  async more() {
    const page = await this.#page(this.next);
    this.book.addPage(page);
    this.next = page.next;
  }

  /** A revision that an answer has. @param {AlertView} alert */
  take(alert) {
    const what = this.book.apply(alert);
    if (what !== null) {
      this.#listener.onAlert(alert, what);
    }
  }

  /** The stream is open before the list is asked for, so that nothing falls in between. */
  async #connected(/** @type {number} */ clockAhead) {
    this.#clockAhead = clockAhead;
    this.#lostAt = null;
    if (this.#isListed) {
      return;
    }
    try {
      const page = await this.#page(null);
      this.book.addPage(page);
      this.next = page.next;
      this.#isListed = true;
      this.#listener.onList();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {string | null} cursor */
  #page(cursor) {
    return listAlerts(queryOf(this.#filter), { limit: PER_PAGE, cursor, signal: this.#signal });
  }

  /** @param {AlertView} alert */
  #apply(alert) {
    const what = this.book.apply(alert);
    this.#listener.onNews(alert, Date.now() - this.#clockAhead);
    if (what !== null && this.#isListed) {
      this.#listener.onAlert(alert, what);
      this.#awaitPicture(alert);
    }
  }

  /** @param {AlertView} alert */
  async #awaitPicture(alert) {
    const isMissing = alert.shot && !alert.picture && Date.now() - Date.parse(alert.writtenAt) < NEW_MILLIS;
    if (!isMissing) {
      return;
    }
    await pause(PICTURE_SECONDS, this.#signal);
    if (this.#signal.aborted) {
      return;
    }
    const view = await getAlert(alert.id, this.#signal).catch(() => null);
    if (view?.picture && this.book.complete(view)) {
      this.#listener.onAlert(view, 'changed');
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
