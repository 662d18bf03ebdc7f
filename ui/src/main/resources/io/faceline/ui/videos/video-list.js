import { requestJson } from '../shared/api.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { routeAddress } from '../shared/router.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { FIND } from './film-link.js';
import { jobCard } from './job-card.js';
import { JOBS } from './jobs-api.js';
import '../shared/drop-zone.js';
import './upload-card.js';

const REFRESH_SECONDS = 1.5;
const RATES = [1, 2, 5, 10, 30];

/** The uploaded videos, and a place to upload more. */
class VideoList extends PageElement {
  #shown = '';

  show() {
    this.replaceChildren(html`${pageHeader('videos', element`<a class="button" href="${routeAddress('videos', FIND)}">${icon('search')} ${t('find.title')}</a>`)}
      <div class="video-upload stack"><fl-drop-zone .kind="${'video'}" .label="${t('videos.drop')}"></fl-drop-zone>
        <label class="field rate"><span>${t('videos.rate')}</span><select>${RATES.map(
          (rate) =>
            html`<option value="${rate}" selected="${rate === 5}">${t('videos.ratePerSecond', { count: rate })}</option>`,
        )}</select></label>
        <ul class="uploads stack"></ul></div>
      <section class="jobs" aria-label="${t('videos.list')}"></section>`);
    this.find('.jobs').append(loadingState());
    this.listen(this.find('fl-drop-zone'), 'files', ({ detail }) => detail.forEach((file) => this.#upload(file)));
    this.every(REFRESH_SECONDS, () => this.#refresh());
  }

  #upload(file) {
    const upload = document.createElement('fl-upload-card');
    upload.file = file;
    upload.framesPerSecond = this.find('select').value;
    this.find('.uploads').append(upload);
    upload.addEventListener('uploaded', () => {
      upload.remove();
      this.#refresh();
    });
  }

  async #refresh() {
    try {
      const { items } = await requestJson(`${JOBS}?limit=200`, { signal: this.signal });
      const text = JSON.stringify(items);
      if (text !== this.#shown) {
        this.#shown = text;
        this.#showJobs(items);
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#shown = '';
        this.find('.jobs').replaceChildren(errorState(error, () => this.#refresh()));
      }
    }
  }

  /** A focused link keeps the focus. */
  #showJobs(jobs) {
    const focused = document.activeElement?.getAttribute('href');
    this.find('.jobs').replaceChildren(
      jobs.length === 0
        ? emptyState('film', t('videos.empty'), t('videos.emptyWhat'))
        : element`<ul class="stack">${jobs.map(jobCard)}</ul>`,
    );
    if (focused?.startsWith('#/videos/')) {
      this.find(`a[href="${CSS.escape(focused)}"]`)?.focus();
    }
  }
}

customElements.define('fl-video-list', VideoList);
