import { html } from './html.js';
import { PageElement } from './page-element.js';
import { t } from './strings.js';
import { icon } from './icon.js';

/** Takes files by drop, paste and choice; set `kind` (image or video) and `words`. Tells `files` with a list. */
class DropZone extends PageElement {
  show() {
    this.replaceChildren(html`
      <div class="drop-zone">
        ${icon(this.kind === 'video' ? 'film' : 'image')}
        <p class="drop-words">${this.words}</p>
        <div class="row center">
          <label class="button primary">${t('drop.choose')}<input type="file" class="file-input" accept="${this.kind}/*" multiple></label>
          ${this.kind === 'image' ? html`<label class="button phone-only">${t('drop.photo')}<input type="file" class="file-input" accept="image/*" capture="environment"></label>` : null}
        </div>
        <p class="quiet small">${t(`drop.${this.kind}Hint`)}</p>
      </div>`);
    for (const input of this.querySelectorAll('input')) {
      this.listen(input, 'change', () => {
        this.#tell([...input.files]);
        input.value = '';
      });
    }
    this.#takeDrops();
    this.listen(document, 'paste', (event) => this.#tell([...event.clipboardData.files]));
  }

  #takeDrops() {
    const zone = this.find('.drop-zone');
    const hover = (isOver) => (event) => {
      event.preventDefault();
      zone.classList.toggle('over', isOver);
    };
    this.listen(document, 'dragover', hover(true));
    this.listen(document, 'dragleave', hover(false));
    this.listen(document, 'drop', (event) => {
      hover(false)(event);
      this.#tell([...event.dataTransfer.files]);
    });
  }

  #tell(files) {
    if (files.length > 0) {
      this.emit('files', files);
    }
  }
}

customElements.define('fl-drop-zone', DropZone);
