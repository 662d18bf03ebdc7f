import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { lookOf, overTitle } from './camera-looks.js';
import { ageText } from './camera-texts.js';
import { newestPicture } from './cameras-api.js';
import { NewestPicture } from './newest-picture.js';
import '../shared/track-overlay.js';

/**
 * The newest picture of a camera with boxes and names, or what is to be seen instead. Set `watch`. Fetches pictures only while it is on
 * the screen. Call `refresh` each second and whenever the camera's state changes, `showFaces` when faces have come.
 */
class CameraPicture extends PageElement {
  #picture = null;
  #isOnScreen = false;
  #shownPreview = null;
  #over = '';
  #newest = new NewestPicture(
    () => newestPicture(this.watch.view.id, this.signal),
    (picture) => this.#show(picture),
  );

  show() {
    this.replaceChildren(html`
      <div class="camera-frame"><img alt="" hidden><fl-track-overlay></fl-track-overlay></div>
      <div class="camera-over"></div>`);
    this.listen(this.#image, 'load', () => this.#loaded());
    this.listen(document, 'visibilitychange', () => this.#fetch());
    const observer = new IntersectionObserver(([entry]) => {
      this.#isOnScreen = entry.isIntersecting;
      this.#fetch();
    });
    observer.observe(this);
    this.signal.addEventListener('abort', () => observer.disconnect());
  }

  leave() {
    this.#drop();
  }

  get #image() {
    return this.find('img');
  }

  /** @param isOnline whether the server can be reached @returns how the camera looks */
  refresh(isOnline) {
    const { view } = this.watch;
    const look = lookOf(view, this.#picture ? this.#age : null, isOnline);
    if (look.kind === 'off') {
      this.#drop();
    } else {
      this.#fetch();
    }
    this.dataset.kind = look.kind;
    this.#image.alt = look.kind === 'live' ? t('cameras.pictureOf', { name: view.name }) : '';
    this.#showOver(look);
    if (look.kind !== 'live') {
      this.find('fl-track-overlay').draw([]);
    }
    return look;
  }

  get #age() {
    return (Date.now() - this.#picture.shownSince) / 1000;
  }

  /** Fetches the picture of the newest preview, if that is not the one that is shown. */
  #fetch() {
    const captured = this.watch.view.preview?.capturedAt ?? null;
    const isShown = captured === null || captured === this.#shownPreview;
    if (!isShown && this.#isOnScreen && !document.hidden && this.dataset.kind !== 'off') {
      this.#shownPreview = captured;
      this.#newest.want();
    }
  }

  #show(picture) {
    if (this.signal.aborted || this.dataset.kind === 'off') {
      return;
    }
    this.#picture = picture;
    URL.revokeObjectURL(this.#image.src);
    this.#image.src = URL.createObjectURL(picture.blob);
  }

  #loaded() {
    const image = this.#image;
    URL.revokeObjectURL(image.src);
    image.hidden = false;
    this.style.setProperty('--ratio', String(image.naturalWidth / image.naturalHeight));
    this.emit('picture');
    this.showFaces();
  }

  showFaces() {
    if (this.dataset.kind === 'live') {
      const faces = this.watch.facesAt(this.#picture?.capturedAt ?? null);
      this.find('fl-track-overlay').draw(faces.map(({ id, face }, i) => ({ id: id ?? `face-${i}`, face })));
    }
  }

  #drop() {
    this.#picture = null;
    this.#shownPreview = null;
    const image = this.#image;
    URL.revokeObjectURL(image.src);
    image.removeAttribute('src');
    image.hidden = true;
  }

  /** Replaces what lies over the picture only if it says something else, which a screen reader would otherwise lose. */
  #showOver(look) {
    const age = look.kind === 'away' && this.#picture ? ageText(this.#age) : '';
    const over = JSON.stringify([look.kind, look.title, look.reason, age]);
    if (over !== this.#over) {
      this.#over = over;
      this.find('.camera-over').replaceChildren(...overOf(look, age));
    }
  }
}

function overOf(look, age) {
  const { kind, condition, reason } = look;
  if (kind === 'live') {
    return [];
  }
  return [
    age
      ? element`<p class="camera-age"><b class="number">${age}</b> <span>${t('cameras.old')}</span></p>`
      : markOf(kind, condition),
    element`<p class="camera-what">${overTitle(look)}</p>`,
    reason ? element`<p class="camera-reason">${reason}</p>` : '',
  ];
}

function markOf(kind, condition) {
  if (kind === 'waiting') {
    return element`<span class="spinner"></span>`;
  }
  return icon(kind === 'off' ? offIcon(condition) : 'alert');
}

function offIcon(condition) {
  return condition === 'OUTSIDE_HOURS' ? 'clock' : 'pause';
}

customElements.define('fl-camera-picture', CameraPicture);
