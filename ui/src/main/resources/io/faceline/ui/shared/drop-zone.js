import { html } from './html.js';
import { icon } from './icon.js';
import { PageElement } from './page-element.js';
import { retentionTexts } from './rules.js';
import { t } from './strings.js';

/** Takes files that are dropped, pasted or chosen. Set `kind` (image or video) and `label`. Emits `files` with a list. */
class DropZone extends PageElement {
  show() {
    this.replaceChildren(html`
      <div class="drop-zone">
        ${icon(this.kind === 'video' ? 'film' : 'image')}
        <p class="drop-label">${this.label}</p>
        <div class="row center">
          <label class="button primary">${t('drop.choose')}<input type="file" class="file-input" accept="${this.kind}/*" multiple></label>
          ${this.kind === 'image' ? html`<label class="button phone-only">${t('drop.photo')}<input type="file" class="file-input" accept="image/*" capture="environment"></label>` : null}
        </div>
        <p class="quiet small">${t(`drop.${this.kind}Hint`, retentionTexts())}</p>
      </div>`);
    for (const input of this.querySelectorAll('input')) {
      this.listen(input, 'change', () => {
        this.#emitFiles([...input.files]);
        input.value = '';
      });
    }
    this.#listenForDrops();
    this.listen(document, 'paste', (event) => this.#emitFiles([...event.clipboardData.files]));
  }

  #listenForDrops() {
    const zone = this.find('.drop-zone');
    const hover = (isOver) => (event) => {
      event.preventDefault();
      zone.classList.toggle('over', isOver);
    };
    this.listen(document, 'dragover', hover(true));
    this.listen(document, 'dragleave', hover(false));
    this.listen(document, 'drop', (event) => {
      hover(false)(event);
      this.#emitFiles([...event.dataTransfer.files]);
    });
  }

  #emitFiles(files) {
    if (files.length > 0) {
      this.emit('files', files);
    }
  }
}

customElements.define('fl-drop-zone', DropZone);
