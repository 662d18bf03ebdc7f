import { element } from '../shared/html.js';
import { formatNumber, t } from '../shared/strings.js';

const STAGES = ['detect', 'embed', 'match'];

/**
 * The stages with their throughput, and the frames in flight.
 *
 * @param now {at, metrics}: metrics and when they were read, in milliseconds
 * @param before the same of the previous reading; null at the first
 */
export function pipelineDiagram(now, before) {
  const sum = (name, labels) => formatNumber(now.metrics.sum(name, labels));
  return element`<section class="card card-body" aria-label="${t('status.pipeline')}">
    <ol class="pipeline">
      ${node('in', perSecond('faceline_frames_in_total', {}, now, before), 'perSecond')}
      ${STAGES.map((stage) => node(stage, millis('faceline_stage_seconds', { stage }, now, before), 'millis'))}
      ${node('out', perSecond('faceline_frames_out_total', { outcome: 'faces' }, now, before), 'perSecond')}
    </ol>
    <dl class="figures">
      ${figure('inFlight', sum('faceline_frames_in_flight'))}
      ${figure('delayLive', delay('live', now, before))}
      ${figure('delayBulk', delay('bulk', now, before))}
      ${figure('dropped', sum('faceline_frames_out_total', { outcome: 'dropped' }))}
      ${figure('failed', sum('faceline_frames_out_total', { outcome: 'failed' }))}
      ${figure('cameras', sum('faceline_live_connections'))}
      ${figure('jobs', `${sum('faceline_jobs_running')} / ${sum('faceline_jobs_queued')}`)}
      ${figure('gallery', sum('faceline_gallery_references'))}
    </dl></section>`;
}

function node(name, value, unit) {
  return element`<li class="node"><span class="node-title">${t(`status.${name}`)}</span><b class="number">${value}</b><span class="quiet small">${t(`status.${unit}`)}</span></li>`;
}

function figure(name, value) {
  return element`<div><dt>${t(`status.${name}`)}</dt><dd class="number">${value}</dd></div>`;
}

function perSecond(name, labels, now, before) {
  if (!before) {
    return '…';
  }
  return formatNumber(
    ((now.metrics.sum(name, labels) - before.metrics.sum(name, labels)) * 1000) / (now.at - before.at),
    1,
  );
}

/** The mean since the previous reading; if there was no frame, since the start. */
function millis(name, labels, now, before) {
  const recent = now.metrics.mean(name, labels, before?.metrics);
  const mean = Number.isNaN(recent) ? now.metrics.mean(name, labels) : recent;
  return Number.isNaN(mean) ? '–' : formatNumber(mean * 1000, mean < 0.01 ? 1 : 0);
}

function delay(lane, now, before) {
  const value = millis('faceline_frame_seconds', { lane }, now, before);
  return value === '–' ? value : t('unit.ms', { value });
}
