import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { bytes, percent, t } from '../shared/strings.js';
import { uploadVideo } from './upload.js';
import { iconButton } from '../shared/icon.js';
import { progressBar, setProgress } from './job-card.js';

/** A film on its way to the server. Set `file` and `framesPerSecond`. Tells `uploaded` with the job. */
class VideoUpload extends PageElement {
  #leaving = new AbortController();

  show() {
    const bar = progressBar(0, t('videos.uploading', { name: this.file.name }));
    this.replaceChildren(html`<div class="card card-body upload"><span class="cut" dir="auto">${this.file.name}</span><span class="quiet small number" data-words></span>
      ${iconButton('close', t('action.cancel'), () => this.remove())}${bar}<p class="problem small" role="alert"></p></div>`);
    this.#send(bar);
  }

  async #send(bar) {
    const words = this.find('[data-words]');
    try {
      const job = await uploadVideo(this.file, this.framesPerSecond, (share) => {
        setProgress(bar, share);
        words.textContent = `${percent(share)} · ${bytes(this.file.size)}`;
      }, this.#leaving.signal);
      this.emit('uploaded', job);
    } catch (error) {
      if (error.name !== 'AbortError') {
        bar.remove();
        this.find('.problem').textContent = error.message;
      }
    }
  }

  leave() {
    this.#leaving.abort();
  }
}

customElements.define('fl-video-upload', VideoUpload);
