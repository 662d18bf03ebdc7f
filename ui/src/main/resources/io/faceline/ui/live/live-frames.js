import { drawPart, toBlob } from '../shared/images.js';
import { Rate, Recent } from './rates.js';
import { t } from '../shared/strings.js';

const JPEG_QUALITY = 0.85;
const RECONNECT_MILLIS = 1500;

/**
 * Sends what a video element shows to /api/v1/live, a frame as soon as the one before is answered, so that no answer is older than it
 * must be. Tells `answer` {answer, blob, delay in milliseconds}, `problem` {message} and `connected`.
 */
export class LiveFrames extends EventTarget {
  #video;
  #longest;
  #socket = null;
  #waiting = null;
  #sent = 0;
  /** When the frame was captured that is shown and was not sent; null when it was. */
  #newest = null;
  #isStopped = false;
  isPaused = false;

  shown = new Rate();
  recognized = new Rate();
  delays = new Recent(60);
  dropped = 0;
  skipped = 0;

  /** @param longest side of a frame that is sent, in pixels */
  constructor(video, longest) {
    super();
    this.#video = video;
    this.#longest = longest;
  }

  start() {
    this.#connect();
    this.#onFrame();
  }

  stop() {
    this.#isStopped = true;
    this.#socket?.close();
  }

  #connect() {
    this.#socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`);
    this.#socket.addEventListener('open', () => {
      this.#waiting = null;
      this.#sent = 0;
      this.dispatchEvent(new Event('connected'));
    });
    this.#socket.addEventListener('message', ({ data }) => this.#heard(JSON.parse(data)));
    this.#socket.addEventListener('close', () => this.#lost());
  }

  #lost() {
    if (!this.#isStopped) {
      this.#tell('problem', { message: t('live.connectionLost') });
      setTimeout(() => this.#isStopped || this.#connect(), RECONNECT_MILLIS);
    }
  }

  /** A frame that is followed by another before it could be sent was only shown. */
  #onFrame() {
    this.#video.requestVideoFrameCallback((now, { captureTime }) => {
      if (this.#isStopped) {
        return;
      }
      this.shown.count();
      this.skipped += this.#newest === null || this.isPaused ? 0 : 1;
      this.#newest = captureTime ?? now;
      this.#sendNewest();
      this.#onFrame();
    });
  }

  #sendNewest() {
    if (this.#newest !== null && this.#waiting === null && !this.isPaused && this.#socket.readyState === WebSocket.OPEN) {
      const capturedAt = this.#newest;
      this.#newest = null;
      this.#send(capturedAt);
    }
  }

  async #send(capturedAt) {
    const waiting = { capturedAt };
    this.#waiting = waiting;
    const { videoWidth: width, videoHeight: height } = this.#video;
    waiting.blob = await toBlob(drawPart(this.#video, { left: 0, top: 0, width, height }, this.#longest), 'image/jpeg', JPEG_QUALITY);
    if (this.#waiting === waiting && this.#socket.readyState === WebSocket.OPEN) {
      waiting.number = this.#sent++;
      this.#socket.send(waiting.blob);
    }
  }

  #heard(answer) {
    const waiting = this.#waiting;
    if (waiting === null || answer.frame !== waiting.number) {
      return;
    }
    this.#waiting = null;
    this.#sendNewest();
    if (answer.dropped) {
      this.dropped++;
    } else if (answer.error) {
      this.#tell('problem', { message: answer.error.detail });
    } else {
      const delay = performance.now() - waiting.capturedAt;
      this.recognized.count();
      this.delays.add(delay);
      this.#tell('answer', { answer, blob: waiting.blob, capturedAt: waiting.capturedAt, delay });
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
