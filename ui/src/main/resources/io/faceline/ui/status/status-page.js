import { requestJson } from '../shared/api.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { currentRoute } from '../shared/router.js';
import { errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { frameTotals } from './frame-totals.js';
import { Metrics } from './metrics.js';
import { modelTable } from './model-table.js';
import { pipelineDiagram } from './pipeline-diagram.js';
import '../letters/letters-page.js';

const REFRESH_SECONDS = 2;
/** Of the address of dead letters. */
const LETTERS = 'letters';

/** The state of the pipeline: throughput, delays, and the models in use; or what it could not process. */
class Status extends PageElement {
  #previous = null;
  #current = null;
  #models = null;

  show() {
    if (currentRoute().parameters[0] === LETTERS) {
      this.replaceChildren(document.createElement('fl-letters'));
      return;
    }
    const letters = element`<a class="button" href="#/status/letters">${icon('letter')} ${t('letters.title')}</a>`;
    this.replaceChildren(html`${pageHeader('status', letters)}<div class="status-place"></div>`);
    this.find('.status-place').append(loadingState());
    this.every(REFRESH_SECONDS, () => this.#refresh());
  }

  async #refresh() {
    try {
      const [health, metrics] = await Promise.all([
        fetch('/health', { signal: this.signal }).then((answer) => answer.json()),
        fetch('/metrics', { signal: this.signal }).then((answer) => answer.text()),
      ]);
      this.#models ??= (await requestJson('/api/v1/models', { signal: this.signal })).items;
      this.#previous = this.#current;
      this.#current = { at: performance.now(), metrics: new Metrics(metrics) };
      this.#showAll(health);
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.find('.status-place').replaceChildren(
          errorState(new Error(t('problem.UNREACHABLE')), () => this.#refresh()),
        );
      }
    }
  }

  #showAll(health) {
    const { metrics } = this.#current;
    this.find('.status-place').replaceChildren(html`
      ${healthNote(health)}
      ${metrics.has('faceline_frames_in_total') ? [pipelineDiagram(this.#current, this.#previous), frameTotals(metrics)] : html`<p class="card card-body quiet">${t('status.elsewhere')}</p>`}
      ${modelTable(this.#models, metrics)}`);
  }
}

function healthNote({ live, ready, reasons, warnings = [] }) {
  const isWell = live && ready;
  const notes = [
    healthLine(isWell ? 'sure' : 'unsure', isWell ? '✓' : '!', isWell ? 'status.well' : 'status.unwell', reasons),
  ];
  if (warnings.length > 0) {
    notes.push(healthLine('unsure', '!', 'status.warnings', warnings));
  }
  return notes;
}

function healthLine(tone, mark, key, texts) {
  return element`<p class="health" data-tone="${tone}"><span class="tag">${mark} ${t(key)}</span> ${texts.join(', ')}</p>`;
}

customElements.define('fl-status', Status);
