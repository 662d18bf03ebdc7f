import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { jobPath } from './jobs-api.js';
import '../shared/track-overlay.js';

/** Plays a job's video with boxes around faces. Set `job` (its id), `frames` (a VideoFrames) and `at` (seconds at which it opens). Emits `time` with seconds. */
class VideoPlayer extends PageElement {
  show() {
    this.replaceChildren(html`<div class="stage"><video controls playsinline preload="metadata" src="${jobPath(this.job)}/video" aria-label="${t('job.video')}"></video>
      <fl-track-overlay></fl-track-overlay><p class="stage-note" role="status"></p></div>`);
    this.listen(this.#video, 'error', () => {
      this.find('.stage-note').textContent = t('job.notPlayable');
    });
    this.listen(this.#video, 'timeupdate', () => this.emit('time', this.#video.currentTime));
    if (this.at) {
      this.seek(this.at);
    }
    this.#draw();
  }

  get #video() {
    return this.find('video');
  }

  /** Browsers truncate times to microseconds; the added millisecond keeps the frame before from being shown. */
  seek(seconds) {
    this.#video.currentTime = seconds + 0.001;
  }

  #draw() {
    requestAnimationFrame(() => {
      if (!this.signal.aborted) {
        this.find('fl-track-overlay').draw(this.frames.facesAt(this.#video.currentTime));
        this.#draw();
      }
    });
  }
}

customElements.define('fl-video-player', VideoPlayer);
