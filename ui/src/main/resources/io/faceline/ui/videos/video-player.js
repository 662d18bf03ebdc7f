import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { pathOf } from './jobs-api.js';
import { t } from '../shared/strings.js';
import '../shared/track-overlay.js';

/** Plays the film of a job with boxes in time. Set `job` (its id) and `frames` (a FilmFrames). Tells `moment` with seconds. */
class FilmPlayer extends PageElement {
  show() {
    this.replaceChildren(html`<div class="stage"><video controls playsinline preload="metadata" src="${pathOf(this.job)}/video" aria-label="${t('job.film')}"></video>
      <fl-track-overlay></fl-track-overlay><p class="stage-note" role="status"></p></div>`);
    this.listen(this.#video, 'error', () => {
      this.find('.stage-note').textContent = t('job.notPlayable');
    });
    this.listen(this.#video, 'timeupdate', () => this.emit('moment', this.#video.currentTime));
    this.#draw();
  }

  get #video() {
    return this.find('video');
  }

  /** To the frame of that moment: browsers cut times to microseconds, which would be the frame before. */
  seek(seconds) {
    this.#video.currentTime = seconds + 0.001;
  }

  #draw() {
    requestAnimationFrame(() => {
      if (!this.signal.aborted) {
        this.find('fl-track-overlay').draw(this.frames.at(this.#video.currentTime));
        this.#draw();
      }
    });
  }
}

customElements.define('fl-film-player', FilmPlayer);
