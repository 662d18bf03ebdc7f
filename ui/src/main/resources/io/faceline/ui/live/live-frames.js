import { drawCrop, toBlob } from '../shared/images.js';
import { t } from '../shared/strings.js';
import { Rate, RecentValues } from './rates.js';

const JPEG_QUALITY = 0.85;
const RECONNECT_MILLIS = 1500;
/** How the server closes a connection over which no frame came for a minute, as while the page is paused or hidden. */
const GOING_AWAY = 1001;

/**
 * Sends the frames of a video element to /api/v1/live. Only one frame is in flight at a time, and the newest one follows, which keeps
 * answers as recent as possible. Events: `answer` {answer, blob, capturedAt}, `problem` {message}.
 */
export class LiveFrames extends EventTarget {
  #video;
  #maxSide;
  #socket = null;
  #inFlight = null;
  #sent = 0;
  /** Capture time of the newest frame, null once it was sent. */
  #newest = null;
  #isStopped = false;
  isPaused = false;

  shown = new Rate();
  recognized = new Rate();
  delays = new RecentValues(60);
  dropped = 0;
  skipped = 0;

  /** @param maxSide to which frames are scaled down, in pixels */
  constructor(video, maxSide) {
    super();
    this.#video = video;
    this.#maxSide = maxSide;
  }

  start() {
    this.#connect();
    this.#watchFrames();
  }

  stop() {
    this.#isStopped = true;
    this.#socket?.close();
  }

  #connect() {
    this.#socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`);
    this.#socket.addEventListener('open', () => {
      this.#inFlight = null;
      this.#sent = 0;
    });
    this.#socket.addEventListener('message', ({ data }) => this.#onMessage(JSON.parse(data)));
    this.#socket.addEventListener('close', ({ code }) => this.#onClose(code));
  }

  #onClose(code) {
    if (code === GOING_AWAY && this.#inFlight === null) {
      // The next frame connects again.
      this.#socket = null;
    } else if (!this.#isStopped) {
      this.#dispatch('problem', { message: t('live.connectionLost') });
      setTimeout(() => this.#isStopped || this.#connect(), RECONNECT_MILLIS);
    }
  }

  /** Counts a frame as skipped if the next one comes before it could be sent. */
  #watchFrames() {
    this.#video.requestVideoFrameCallback((now, { captureTime }) => {
      if (this.#isStopped) {
        return;
      }
      this.shown.count();
      this.skipped += this.#newest === null || this.isPaused ? 0 : 1;
      this.#newest = captureTime ?? now;
      this.#sendNewest();
      this.#watchFrames();
    });
  }

  #sendNewest() {
    if (this.#newest === null || this.#inFlight !== null || this.isPaused) {
      return;
    }
    if (this.#socket === null) {
      this.#connect();
    } else if (this.#socket.readyState === WebSocket.OPEN) {
      const capturedAt = this.#newest;
      this.#newest = null;
      this.#send(capturedAt);
    }
  }

  async #send(capturedAt) {
    const frame = { capturedAt };
    this.#inFlight = frame;
    const { videoWidth: width, videoHeight: height } = this.#video;
    frame.blob = await toBlob(
      drawCrop(this.#video, { left: 0, top: 0, width, height }, this.#maxSide),
      'image/jpeg',
      JPEG_QUALITY,
    );
    if (this.#inFlight === frame && this.#socket?.readyState === WebSocket.OPEN) {
      frame.number = this.#sent++;
      this.#socket.send(frame.blob);
    }
  }

  #onMessage(answer) {
    const frame = this.#inFlight;
    if (frame === null || answer.frame !== frame.number) {
      return;
    }
    this.#inFlight = null;
    this.#sendNewest();
    if (answer.dropped) {
      this.dropped++;
    } else if (answer.error) {
      this.#dispatch('problem', { message: answer.error.detail });
    } else {
      this.recognized.count();
      this.delays.add(performance.now() - frame.capturedAt);
      this.#dispatch('answer', { answer, blob: frame.blob, capturedAt: frame.capturedAt });
    }
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
