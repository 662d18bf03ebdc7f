import { replaceKeepingFocus } from '../shared/focus.js';
import { element } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { formatTime, t } from '../shared/strings.js';

/** One row per person with a bar for each appearance. Set `rows` and `duration`. Emits `seek` with seconds when a bar is clicked. */
class VideoTimeline extends PageElement {
  #rows = [];
  #time = 0;

  show() {
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', t('job.timeline'));
    this.#showRows();
  }

  /** @param rows of {title, tone, thumbnail, appearances} */
  set rows(rows) {
    this.#rows = rows;
    this.#showRows();
  }

  /** The position of the player. */
  set time(seconds) {
    this.#time = seconds;
    this.#movePlayheads();
  }

  #movePlayheads() {
    for (const playhead of this.querySelectorAll('.playhead')) {
      playhead.style.left = `${Math.min(1, this.#time / this.duration) * 100}%`;
    }
  }

  #showRows() {
    replaceKeepingFocus(
      this,
      this.#rows.map((row) => this.#row(row)),
    );
    this.#movePlayheads();
  }

  #row({ title, tone, thumbnail, appearances }) {
    const track = element`<div class="track"><span class="playhead" aria-hidden="true"></span></div>`;
    track.append(...appearances.map((appearance) => this.#appearance(appearance, title)));
    return element`<div class="timeline-row" data-tone="${tone}">
      <span class="timeline-title">${thumbnail}<span class="cut" title="${title}" dir="auto">${title}</span></span>${track}</div>`;
  }

  #appearance({ from, to }, title) {
    const button = element`<button type="button" class="appearance" aria-label="${t('job.seekTo', { name: title, from: formatTime(from), to: formatTime(to) })}"
      title="${formatTime(from)} – ${formatTime(to)}" @click="${() => this.emit('seek', from)}"></button>`;
    button.style.left = `${(from / this.duration) * 100}%`;
    button.style.width = `${(Math.max(0, to - from) / this.duration) * 100}%`;
    return button;
  }
}

customElements.define('fl-video-timeline', VideoTimeline);
