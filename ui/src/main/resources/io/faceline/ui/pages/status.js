import { element, html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { askJson } from '/ui/lib/api.js';
import { Metrics } from '/ui/lib/metrics.js';
import { number, t } from '/ui/lib/strings.js';
import { pageHead } from '/ui/elements/page-head.js';
import { errorState, loadingState } from '/ui/elements/states.js';
import { modelTable } from '/ui/elements/model-table.js';

const SECONDS = 2;
const STAGES = ['detect', 'embed', 'match'];

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
      ${metrics.has('faceline_frames_in_total') ? [this.#pipeline(), accounting(metrics)] : html`<p class="card card-body quiet">${t('status.elsewhere')}</p>`}
      ${modelTable(this.#models, metrics)}`);
  }

  #pipeline() {
    const { metrics } = this.#now;
    const dropped = metrics.sum('faceline_frames_out_total', { outcome: 'dropped' });
    const failed = metrics.sum('faceline_frames_out_total', { outcome: 'failed' });
    return element`<section class="card card-body" aria-label="${t('status.pipeline')}">
      <ol class="pipeline">
        ${node(t('status.in'), this.#perSecond('faceline_frames_in_total'), t('status.perSecond'))}
        ${STAGES.map((stage) => node(t(`status.${stage}`), this.#millis('faceline_stage_seconds', { stage }), t('status.millis')))}
        ${node(t('status.out'), this.#perSecond('faceline_frames_out_total', { outcome: 'faces' }), t('status.perSecond'))}
      </ol>
      <dl class="figures">
        ${figure('inFlight', number(metrics.sum('faceline_frames_in_flight')))}
        ${figure('delayLive', this.#millisText({ lane: 'live' }))}
        ${figure('delayBulk', this.#millisText({ lane: 'bulk' }))}
        ${figure('dropped', number(dropped))}
        ${figure('failed', number(failed))}
        ${figure('cameras', number(metrics.sum('faceline_live_connections')))}
        ${figure('jobs', `${number(metrics.sum('faceline_jobs_running'))} / ${number(metrics.sum('faceline_jobs_queued'))}`)}
        ${figure('gallery', number(metrics.sum('faceline_gallery_references')))}
      </dl></section>`;
  }

  #perSecond(name, labels) {
    if (!this.#before) {
      return '…';
    }
    const more = this.#now.metrics.sum(name, labels) - this.#before.metrics.sum(name, labels);
    return number((more * 1000) / (this.#now.at - this.#before.at), 1);
  }

  /** Of the last seconds; when nothing came in them, of all since the start. */
  #millis(name, labels) {
    const recent = this.#now.metrics.mean(name, labels, this.#before?.metrics);
    const mean = Number.isNaN(recent) ? this.#now.metrics.mean(name, labels) : recent;
    return Number.isNaN(mean) ? '–' : number(mean * 1000, mean < 0.01 ? 1 : 0);
  }

  #millisText(labels) {
    const millis = this.#millis('faceline_frame_seconds', labels);
    return millis === '–' ? millis : t('unit.ms', { value: millis });
  }
}

function node(title, value, unit) {
  return element`<li class="node"><span class="node-title">${title}</span><b class="number">${value}</b><span class="quiet small">${unit}</span></li>`;
}

function figure(name, value) {
  return element`<div><dt>${t(`status.${name}`)}</dt><dd class="number">${value}</dd></div>`;
}

function healthNote({ live, ready, reasons }) {
  const isWell = live && ready;
  return element`<p class="health" data-tone="${isWell ? 'sure' : 'unsure'}"><span class="tag">${isWell ? '✓' : '!'} ${t(isWell ? 'status.well' : 'status.unwell')}</span> ${reasons.join(', ')}</p>`;
}

/** Frames in are frames out and frames in flight: shown as a sum that everybody can check. */
function accounting(metrics) {
  const out = (outcome) => metrics.sum('faceline_frames_out_total', { outcome });
  const [all, faces, dropped, failed, inFlight] = [
    metrics.sum('faceline_frames_in_total'), out('faces'), out('dropped'), out('failed'), metrics.sum('faceline_frames_in_flight')];
  const isRight = all === faces + dropped + failed + inFlight;
  return element`<section class="card card-body account" aria-label="${t('status.account')}" data-tone="${isRight ? 'sure' : 'unsure'}">
    <h2>${t('status.account')}</h2>
    <p class="sum number"><b>${number(all)}</b> ${t('status.sumIn')} = <b>${number(faces)}</b> ${t('status.sumFaces')} + <b>${number(dropped)}</b> ${t('status.sumDropped')}
      + <b>${number(failed)}</b> ${t('status.sumFailed')} + <b>${number(inFlight)}</b> ${t('status.sumInFlight')} <span class="tag">${isRight ? `✓ ${t('status.sumRight')}` : t('status.sumMoving')}</span></p>
    ${reasons(metrics)}</section>`;
}

function reasons(metrics) {
  const counted = ['dropped', 'failed'].flatMap((outcome) => metrics.all('faceline_frames_out_total', { outcome })).filter(({ value }) => value > 0);
  return counted.length === 0 ? '' : element`<ul class="row">${counted.map(({ labels, value }) =>
    element`<li class="tag number">${t(`status.reason.${labels.reason}`)}: ${number(value)}</li>`)}</ul>`;
}

customElements.define('fl-status', Status);
