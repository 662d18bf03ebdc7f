import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { askJson } from '../shared/api.js';
import { JOBS } from './jobs-api.js';
import { t } from '../shared/strings.js';
import { pageHead } from '../shared/page-header.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { jobCard } from './job-card.js';
import '../shared/drop-zone.js';
import './upload-card.js';

const LOOK_EVERY_SECONDS = 1.5;
const RATES = [1, 2, 5, 10, 30];

/** Films that were sent, and a place to send another. */
class VideoList extends PageElement {
  #shown = '';

  show() {
    this.replaceChildren(html`${pageHead('videos')}
      <div class="video-upload stack"><fl-drop-zone .kind="${'video'}" .words="${t('videos.drop')}"></fl-drop-zone>
        <label class="field rate"><span>${t('videos.rate')}</span><select>${RATES.map((rate) =>
          html`<option value="${rate}" selected="${rate === 5}">${t('videos.ratePerSecond', { count: rate })}</option>`)}</select></label>
        <ul class="uploads stack"></ul></div>
      <section class="jobs" aria-label="${t('videos.list')}"></section>`);
    this.find('.jobs').append(loadingState());
    this.listen(this.find('fl-drop-zone'), 'files', ({ detail }) => detail.forEach((file) => this.#upload(file)));
    this.every(LOOK_EVERY_SECONDS, () => this.#look());
  }

  #upload(file) {
    const upload = document.createElement('fl-video-upload');
    upload.file = file;
    upload.framesPerSecond = this.find('select').value;
    this.find('.uploads').append(upload);
    upload.addEventListener('uploaded', () => {
      upload.remove();
      this.#look();
    });
  }

  async #look() {
    try {
      const { items } = await askJson(`${JOBS}?limit=200`, { signal: this.signal });
      const text = JSON.stringify(items);
      if (text !== this.#shown) {
        this.#shown = text;
        this.#showJobs(items);
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#shown = '';
        this.find('.jobs').replaceChildren(errorState(error, () => this.#look()));
      }
    }
  }

  /** The link that has the focus keeps it. */
  #showJobs(jobs) {
    const focused = document.activeElement?.getAttribute('href');
    this.find('.jobs').replaceChildren(jobs.length === 0
      ? emptyState('film', t('videos.empty'), t('videos.emptyWhat'))
      : element`<ul class="stack">${jobs.map(jobCard)}</ul>`);
    if (focused?.startsWith('#/videos/')) {
      this.find(`a[href="${CSS.escape(focused)}"]`)?.focus();
    }
  }
}

customElements.define('fl-video-list', VideoList);
