import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { askJson } from '../shared/api.js';
import { Metrics } from './metrics.js';
import { t } from '../shared/strings.js';
import { frameAccount } from './frame-totals.js';
import { modelTable } from './model-table.js';
import { pageHead } from '../shared/page-header.js';
import { pipelinePicture } from './pipeline-diagram.js';
import { errorState, loadingState } from '../shared/states.js';

const SECONDS = 2;

/** How the pipeline is doing: what comes in, what becomes of it, and how long it takes. */
class Status extends PageElement {
  #before = null;
  #now = null;
  #models = null;

  show() {
    this.replaceChildren(html`${pageHead('status')}<div class="status-place"></div>`);
    this.find('.status-place').append(loadingState());
    this.every(SECONDS, () => this.#look());
  }

  async #look() {
    try {
      const [health, metrics] = await Promise.all([
        fetch('/health', { signal: this.signal }).then((answer) => answer.json()),
        fetch('/metrics', { signal: this.signal }).then((answer) => answer.text()),
      ]);
      this.#models ??= (await askJson('/api/v1/models', { signal: this.signal })).items;
      this.#before = this.#now;
      this.#now = { at: performance.now(), metrics: new Metrics(metrics) };
      this.#showAll(health);
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.find('.status-place').replaceChildren(errorState(new Error(t('problem.UNREACHABLE')), () => this.#look()));
      }
    }
  }

  #showAll(health) {
    const { metrics } = this.#now;
    this.find('.status-place').replaceChildren(html`
      ${healthNote(health)}
      ${metrics.has('faceline_frames_in_total') ? [pipelinePicture(this.#now, this.#before), frameAccount(metrics)] : html`<p class="card card-body quiet">${t('status.elsewhere')}</p>`}
      ${modelTable(this.#models, metrics)}`);
  }
}

function healthNote({ live, ready, reasons }) {
  const isWell = live && ready;
  return element`<p class="health" data-tone="${isWell ? 'sure' : 'unsure'}"><span class="tag">${isWell ? '✓' : '!'} ${t(isWell ? 'status.well' : 'status.unwell')}</span> ${reasons.join(', ')}</p>`;
}

customElements.define('fl-status', Status);
