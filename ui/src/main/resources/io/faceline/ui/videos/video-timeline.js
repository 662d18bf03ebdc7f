import { element } from '../shared/html.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { PageElement } from '../shared/page-element.js';
import { clock, t } from '../shared/strings.js';

/** A line a person with the times when they were seen; a click on one tells `seek` with seconds. Set `rows` and `duration`. */
class FilmTimeline extends PageElement {
  #rows = [];

  show() {
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', t('job.timeline'));
    this.#showRows();
  }

  /** @param rows {title, tone, picture, appearances} */
  set rows(rows) {
    this.#rows = rows;
    this.#showRows();
  }

  /** Where the film is. */
  set moment(seconds) {
    for (const line of this.querySelectorAll('.moment')) {
      line.style.left = `${Math.min(1, seconds / this.duration) * 100}%`;
    }
  }

  #showRows() {
    replaceKeepingFocus(this, this.#rows.map((row) => this.#row(row)));
  }

  #row({ title, tone, picture, appearances }) {
    const track = element`<div class="track"><span class="moment" aria-hidden="true"></span></div>`;
    track.append(...appearances.map((appearance) => this.#appearance(appearance, title)));
    return element`<div class="timeline-row" data-tone="${tone}">
      <span class="timeline-title">${picture}<span class="cut" title="${title}" dir="auto">${title}</span></span>${track}</div>`;
  }

  #appearance({ from, to }, title) {
    const button = element`<button type="button" class="appearance" aria-label="${t('job.seekTo', { name: title, from: clock(from), to: clock(to) })}"
      title="${clock(from)} – ${clock(to)}" @click="${() => this.emit('seek', from)}"></button>`;
    button.style.left = `${(from / this.duration) * 100}%`;
    button.style.width = `${(Math.max(0, to - from) / this.duration) * 100}%`;
    return button;
  }
}

customElements.define('fl-film-timeline', FilmTimeline);
