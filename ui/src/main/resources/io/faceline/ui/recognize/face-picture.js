import { arrangeLabels, faceBox } from '../shared/face-box.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';

/**
 * An image with a box around each face. Set `source` (its address), `label` (its alternative text) and, once known, `faces`.
 * Emits `open-face` with the face.
 */
class FacePicture extends PageElement {
  #faces = [];
  /** Of the image, and of labels that grow while they are pointed at. */
  #resizes = new ResizeObserver(() => arrangeLabels(this.#boxes));

  show() {
    this.replaceChildren(html`<img src="${this.source}" alt="${this.label}"><div class="face-boxes"></div>`);
    this.listen(this.find('img'), 'error', () => this.classList.add('not-shown'));
    this.#showFaces();
  }

  get #boxes() {
    return this.find('.face-boxes');
  }

  set faces(faces) {
    this.#faces = faces;
    if (this.isConnected) {
      this.#showFaces();
    }
  }

  /** Small faces come last, so that they lie above larger ones. */
  #showFaces() {
    const boxes = [...this.#faces]
      .sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h)
      .map((face) => faceBox(face, () => this.emit('open-face', face)));
    replaceKeepingFocus(this.#boxes, boxes);
    this.classList.toggle('crowded', boxes.length > 12);
    this.#resizes.disconnect();
    [this.#boxes, ...this.querySelectorAll('.face-label')].forEach((node) => this.#resizes.observe(node));
  }

  leave() {
    this.#resizes.disconnect();
  }
}

customElements.define('fl-face-picture', FacePicture);
