import { html } from '../shared/html.js';
import { iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { formatBytes, formatPercent, t } from '../shared/strings.js';
import { progressBar, setProgress } from './job-card.js';
import { uploadVideo } from './upload.js';

/** A video that is being uploaded. Set `file` and `framesPerSecond`. Emits `uploaded` with the job. */
class UploadCard extends PageElement {
  #cancellation = new AbortController();

  show() {
    const bar = progressBar(0, t('videos.uploading', { name: this.file.name }));
    this.replaceChildren(html`<div class="card card-body upload"><span class="cut" dir="auto">${this.file.name}</span><span class="quiet small number" data-status></span>
      ${iconButton('close', t('action.cancel'), () => this.remove())}${bar}<p class="problem small" role="alert"></p></div>`);
    this.#send(bar);
  }

  async #send(bar) {
    const status = this.find('[data-status]');
    try {
      const job = await uploadVideo(
        this.file,
        this.framesPerSecond,
        (share) => {
          setProgress(bar, share);
          status.textContent = `${formatPercent(share)} · ${formatBytes(this.file.size)}`;
        },
        this.#cancellation.signal,
      );
      this.emit('uploaded', job);
    } catch (error) {
      if (error.name !== 'AbortError') {
        bar.remove();
        this.find('.problem').textContent = error.message;
      }
    }
  }

  leave() {
    this.#cancellation.abort();
  }
}

customElements.define('fl-upload-card', UploadCard);
