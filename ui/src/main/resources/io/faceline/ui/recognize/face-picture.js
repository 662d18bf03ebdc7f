import { html } from '../shared/html.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { PageElement } from '../shared/page-element.js';
import { faceBox } from '../shared/face-box.js';

/**
 * A picture with a box around each face. Set `source` (an address), `label` (its words) and, once known, `faces`.
 * Tells `open-face` with the face.
 */
class FacePicture extends PageElement {
  #faces = [];

  show() {
    this.replaceChildren(html`<img src="${this.source}" alt="${this.label}"><div class="face-boxes"></div>`);
    this.listen(this.find('img'), 'error', () => this.classList.add('not-shown'));
    this.#showFaces();
  }

  set faces(faces) {
    this.#faces = faces;
    if (this.isConnected) {
      this.#showFaces();
    }
  }

  /** Small faces last: they lie on top of larger ones. */
  #showFaces() {
    const boxes = [...this.#faces]
      .sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h)
      .map((face) => faceBox(face, () => this.emit('open-face', face)));
    replaceKeepingFocus(this.find('.face-boxes'), boxes);
    this.classList.toggle('crowded', boxes.length > 12);
  }
}

customElements.define('fl-face-picture', FacePicture);
