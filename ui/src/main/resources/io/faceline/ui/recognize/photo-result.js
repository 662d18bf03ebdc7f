import { element, html } from '../shared/html.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { PageElement } from '../shared/page-element.js';
import { askJson } from '../shared/api.js';
import { facesOf, reasonsOf, sentenceOf, toneOf } from '../shared/faces.js';
import { cutAround, drawPart, pictureOf, toBlob } from '../shared/images.js';
import { t } from '../shared/strings.js';
import { icon, iconButton } from '../shared/icon.js';
import { openFacePanel } from './face-panel.js';
import { saveAnnotated } from '../shared/annotated-image.js';
import { savePhotoCsv, savePhotoJson } from './photo-exports.js';
import './face-picture.js';

/** Of a crowd, the list shows who is known; each box on the picture can be opened all the same. */
const STRANGERS_SHOWN = 8;

/** One photo and who is in it. Set `file`; call `recognize()`. Tells `named` when a face got a name, `removed` when it goes. */
class PhotoResult extends PageElement {
  answer = null;
  #address = null;

  show() {
    this.#address ??= URL.createObjectURL(this.file);
    const picture = document.createElement('fl-face-picture');
    picture.source = this.#address;
    picture.label = this.file.name;
    this.replaceChildren(html`<article class="card photo-card" aria-label="${this.file.name}">
      <header class="card-head"><h2 title="${this.file.name}">${this.file.name}</h2><span class="row tools"></span></header>
      ${picture}
      <div class="photo-words" role="status"><span class="spinner"></span> ${t('recognize.working')}</div>
    </article>`);
    this.find('.tools').append(iconButton('close', t('action.removeFrom', { name: this.file.name }), () => this.emit('removed')));
    this.listen(picture, 'open-face', ({ detail }) => this.#openFace(detail));
    if (this.answer) {
      this.#showAnswer();
    }
  }

  /** @throws nothing: what goes wrong is shown */
  async recognize() {
    const form = new FormData();
    form.set('file', this.file);
    try {
      this.answer = await askJson('/api/v1/recognize', { method: 'POST', body: form, signal: this.signal });
      this.#showAnswer();
    } catch (error) {
      this.#showProblem(error);
    }
  }

  get faces() {
    return facesOf(this.answer);
  }

  #showAnswer() {
    this.find('fl-face-picture').faces = this.faces;
    replaceKeepingFocus(this.find('.tools'), [
      iconButton('image', t('recognize.saveImage'), () => saveAnnotated(this.file, this.faces)),
      iconButton('braces', t('recognize.saveJson'), () => savePhotoJson(this.file.name, this.answer)),
      iconButton('table', t('recognize.saveCsv'), () => savePhotoCsv([this])),
      iconButton('close', t('action.removeFrom', { name: this.file.name }), () => this.emit('removed')),
    ]);
    replaceKeepingFocus(this.find('.photo-words'), this.#words());
  }

  #words() {
    if (this.faces.length === 0) {
      return [element`<p>${t('recognize.noFace')}</p>`];
    }
    const strangers = this.faces.filter((face) => toneOf(face) === 'unknown');
    if (strangers.length <= STRANGERS_SHOWN) {
      return [this.#verdicts(this.faces)];
    }
    const others = this.faces.filter((face) => toneOf(face) !== 'unknown');
    return [
      ...(others.length > 0 ? [this.#verdicts(others)] : []),
      element`<details><summary>${t('recognize.strangers', { count: strangers.length })}</summary>${this.#verdicts(strangers)}</details>`,
    ];
  }

  #verdicts(faces) {
    return element`<ul class="verdicts">${faces.map((face) => element`<li data-tone="${toneOf(face)}">
      <button type="button" class="link" @click="${() => this.#openFace(face)}">${sentenceOf(face)}</button>
      ${reasonsOf(face).length > 0 ? element`<p class="quiet small">${reasonsOf(face).join(' ')}</p>` : null}</li>`)}</ul>`;
  }

  #showProblem(error) {
    if (error.name !== 'AbortError') {
      this.find('.photo-words').replaceChildren(html`<p class="problem">${icon('alert')} ${error.message}</p>
        ${mayPass(error) ? html`<button type="button" class="button" @click="${() => this.recognize()}">${t('action.retry')}</button>` : null}`);
    }
  }

  async #openFace(face) {
    const picture = await pictureOf(this.file);
    const part = cutAround(face, this.faces, picture.width, picture.height);
    openFacePanel({
      face,
      crop: drawPart(picture, part, 320),
      threshold: this.answer.thresholds.match,
      photo: () => toBlob(drawPart(picture, part), 'image/png'),
      onAdded: (name) => this.emit('named', name),
    });
  }

  leave() {
    URL.revokeObjectURL(this.#address);
    this.#address = null;
  }
}

/** Whether trying again may help. */
function mayPass({ status }) {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

customElements.define('fl-photo-result', PhotoResult);
