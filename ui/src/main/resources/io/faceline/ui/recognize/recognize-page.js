import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { savePhotoCsv } from './photo-exports.js';
import '../shared/drop-zone.js';
import './photo-result.js';

/** Photos sent in parallel; the server shares its time among visitors anyway. */
const MAX_PARALLEL = 3;
const MAX_PHOTOS = 200;

/** Recognizes the people in photos. */
class Recognize extends PageElement {
  #waiting = [];
  #running = 0;

  show() {
    this.replaceChildren(html`
      ${pageHeader('recognize')}
      <div class="photo-tools row" hidden>
        <p class="grow" role="status"></p>
        <button type="button" class="button" @click="${() => savePhotoCsv(this.#recognized())}">${t('recognize.saveAllCsv')}</button>
        <button type="button" class="button" @click="${() => this.#clear()}">${t('recognize.clear')}</button>
      </div>
      <div class="photos"></div>`);
    const zone = element`<fl-drop-zone .kind="${'image'}" .label="${t('recognize.drop')}"></fl-drop-zone>`;
    this.find('.page-head').after(zone);
    this.listen(zone, 'files', ({ detail }) => this.#add(detail));
    this.listen(this, 'enrolled', () => this.#recognizeAgain());
    this.listen(this, 'removed', ({ target }) => {
      target.remove();
      this.#showCounts();
    });
  }

  #add(files) {
    const room = MAX_PHOTOS - this.#photos().length;
    if (files.length > room) {
      toast(t('recognize.tooMany', { count: MAX_PHOTOS }), 'error');
    }
    for (const file of files.slice(0, Math.max(0, room))) {
      const photo = document.createElement('fl-photo-result');
      photo.file = file;
      this.find('.photos').prepend(photo);
      this.#waiting.push(photo);
    }
    this.#startNext();
  }

  #startNext() {
    this.#showCounts();
    while (this.#running < MAX_PARALLEL && this.#waiting.length > 0) {
      const photo = this.#waiting.shift();
      this.#running++;
      photo.recognize().finally(() => {
        this.#running--;
        this.#startNext();
      });
    }
  }

  /** A newly named person may be in the other photos too. */
  #recognizeAgain() {
    this.#waiting.push(...this.#recognized());
    this.#startNext();
  }

  #photos() {
    return [...this.querySelectorAll('fl-photo-result')];
  }

  #recognized() {
    return this.#photos().filter((photo) => photo.answer !== null);
  }

  #showCounts() {
    const faces = this.#recognized().flatMap((photo) => photo.faces);
    this.find('.photo-tools').hidden = this.#photos().length === 0;
    this.find('.photo-tools p').textContent = t('recognize.counts', {
      photos: t('recognize.photos', { count: this.#photos().length }),
      faces: t('recognize.faces', { count: faces.length }),
      known: faces.filter((face) => face.decision === 'match').length,
    });
  }

  #clear() {
    this.#waiting = [];
    this.find('.photos').replaceChildren();
    this.#showCounts();
  }
}

customElements.define('fl-recognize', Recognize);
