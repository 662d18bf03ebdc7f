import { saveAnnotatedImage } from '../shared/annotated-image.js';
import { requestJson } from '../shared/api.js';
import { facesOf, reasonTexts, sentenceOf, toneOf } from '../shared/faces.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { element, html } from '../shared/html.js';
import { icon, iconButton } from '../shared/icon.js';
import { cropAround, decodeImage, drawCrop, toBlob } from '../shared/images.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { openFacePanel } from './face-panel.js';
import { savePhotoCsv, savePhotoJson } from './photo-exports.js';
import './face-picture.js';

/** With more unknown faces than this, the list folds them; each box on the photo can still be opened. */
const MAX_UNKNOWN_SHOWN = 8;

/** One photo and the people in it. Set `file`, call `recognize()`. Emits `enrolled` when a face was named, `removed` when it is closed. */
class PhotoResult extends PageElement {
  answer = null;
  #imageUrl = null;

  show() {
    this.#imageUrl ??= URL.createObjectURL(this.file);
    const picture = document.createElement('fl-face-picture');
    picture.source = this.#imageUrl;
    picture.label = this.file.name;
    this.replaceChildren(html`<article class="card photo-card" aria-label="${this.file.name}">
      <header class="card-head"><h2 title="${this.file.name}">${this.file.name}</h2><span class="row tools"></span></header>
      ${picture}
      <div class="photo-summary" role="status"><span class="spinner"></span> ${t('recognize.working')}</div>
    </article>`);
    this.find('.tools').append(
      iconButton('close', t('action.removeFrom', { name: this.file.name }), () => this.emit('removed')),
    );
    this.listen(picture, 'open-face', ({ detail }) => this.#openFace(detail));
    if (this.answer) {
      this.#showAnswer();
    }
  }

  /** Never throws: errors are shown. */
  async recognize() {
    const form = new FormData();
    form.set('file', this.file);
    try {
      this.answer = await requestJson('/api/v1/recognize', { method: 'POST', body: form, signal: this.signal });
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
      iconButton('image', t('recognize.saveImage'), () => saveAnnotatedImage(this.file, this.faces)),
      iconButton('braces', t('recognize.saveJson'), () => savePhotoJson(this.file.name, this.answer)),
      iconButton('table', t('recognize.saveCsv'), () => savePhotoCsv([this])),
      iconButton('close', t('action.removeFrom', { name: this.file.name }), () => this.emit('removed')),
    ]);
    replaceKeepingFocus(this.find('.photo-summary'), this.#summary());
  }

  #summary() {
    if (this.faces.length === 0) {
      return [element`<p>${t('recognize.noFace')}</p>`];
    }
    const unknown = this.faces.filter((face) => toneOf(face) === 'unknown');
    if (unknown.length <= MAX_UNKNOWN_SHOWN) {
      return [this.#verdicts(this.faces)];
    }
    const known = this.faces.filter((face) => toneOf(face) !== 'unknown');
    return [
      ...(known.length > 0 ? [this.#verdicts(known)] : []),
      element`<details><summary>${t('recognize.unknownFaces', { count: unknown.length })}</summary>${this.#verdicts(unknown)}</details>`,
    ];
  }

  #verdicts(faces) {
    return element`<ul class="verdicts">${faces.map(
      (face) => element`<li data-tone="${toneOf(face)}">
      <button type="button" class="link" @click="${() => this.#openFace(face)}">${sentenceOf(face)}</button>
      ${reasonTexts(face).length > 0 ? element`<p class="quiet small">${reasonTexts(face).join(' ')}</p>` : null}</li>`,
    )}</ul>`;
  }

  #showProblem(error) {
    if (error.name !== 'AbortError') {
      this.find('.photo-summary').replaceChildren(html`<p class="problem">${icon('alert')} ${error.message}</p>
        ${isTemporary(error) ? html`<button type="button" class="button" @click="${() => this.recognize()}">${t('action.retry')}</button>` : null}`);
    }
  }

  async #openFace(face) {
    const picture = await decodeImage(this.file);
    const part = cropAround(face, this.faces, picture.width, picture.height);
    openFacePanel({
      face,
      crop: drawCrop(picture, part, 320),
      threshold: this.answer.thresholds.match,
      photo: () => toBlob(drawCrop(picture, part), 'image/png'),
      onAdded: (name) => this.emit('enrolled', name),
    });
  }

  leave() {
    URL.revokeObjectURL(this.#imageUrl);
    this.#imageUrl = null;
  }
}

/** Whether the same request may succeed later. */
function isTemporary({ status }) {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

customElements.define('fl-photo-result', PhotoResult);
