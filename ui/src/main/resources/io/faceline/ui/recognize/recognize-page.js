import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { savePhotoCsv } from './photo-exports.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { pageHead } from '../shared/page-header.js';
import '../shared/drop-zone.js';
import './photo-result.js';

/** So many photos are asked for at a time; the server takes turns among visitors anyway. */
const AT_A_TIME = 3;
const MAX_PHOTOS = 200;

/** Who is in these photos? */
class Recognize extends PageElement {
  #waiting = [];
  #working = 0;

  show() {
    this.replaceChildren(html`
      ${pageHead('recognize')}
      <div class="photo-tools row" hidden>
        <p class="grow" role="status"></p>
        <button type="button" class="button" @click="${() => savePhotoCsv(this.#answered())}">${t('recognize.saveAllCsv')}</button>
        <button type="button" class="button" @click="${() => this.#clear()}">${t('recognize.clear')}</button>
      </div>
      <div class="photos"></div>`);
    const zone = element`<fl-drop-zone .kind="${'image'}" .words="${t('recognize.drop')}"></fl-drop-zone>`;
    this.find('.page-head').after(zone);
    this.listen(zone, 'files', ({ detail }) => this.#add(detail));
    this.listen(this, 'named', () => this.#again());
    this.listen(this, 'removed', ({ target }) => {
      target.remove();
      this.#count();
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
    this.#work();
  }

  async #work() {
    this.#count();
    while (this.#working < AT_A_TIME && this.#waiting.length > 0) {
      const photo = this.#waiting.shift();
      this.#working++;
      photo.recognize().finally(() => {
        this.#working--;
        this.#work();
      });
    }
  }

  /** Somebody has a name now; they may be in the other photos too. */
  #again() {
    this.#waiting.push(...this.#answered());
    this.#work();
  }

  #photos() {
    return [...this.querySelectorAll('fl-photo-result')];
  }

  #answered() {
    return this.#photos().filter((photo) => photo.answer !== null);
  }

  #count() {
    const faces = this.#answered().flatMap((photo) => photo.faces);
    this.find('.photo-tools').hidden = this.#photos().length === 0;
    this.find('.photo-tools p').textContent = t('recognize.count', {
      photos: t('recognize.photos', { count: this.#photos().length }),
      faces: t('recognize.faces', { count: faces.length }),
      known: faces.filter((face) => face.decision === 'match').length,
    });
  }

  #clear() {
    this.#waiting = [];
    this.find('.photos').replaceChildren();
    this.#count();
  }
}

customElements.define('fl-recognize', Recognize);
