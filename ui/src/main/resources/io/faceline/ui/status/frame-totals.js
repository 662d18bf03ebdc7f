import { element } from '../shared/html.js';
import { formatNumber, t, textOfCode } from '../shared/strings.js';

/** The frames received, shown as the sum of what became of them. */
export function frameTotals(metrics) {
  const out = (outcome) => metrics.sum('faceline_frames_out_total', { outcome });
  const [all, faces, dropped, failed, inFlight] = [
    metrics.sum('faceline_frames_in_total'),
    out('faces'),
    out('dropped'),
    out('failed'),
    metrics.sum('faceline_frames_in_flight'),
  ];
  const isBalanced = all === faces + dropped + failed + inFlight;
  return element`<section class="card card-body account" aria-label="${t('status.account')}" data-tone="${isBalanced ? 'sure' : 'unsure'}">
    <h2>${t('status.account')}</h2>
    <p class="sum number"><b>${formatNumber(all)}</b> ${t('status.sumIn')} = <b>${formatNumber(faces)}</b> ${t('status.sumFaces')} + <b>${formatNumber(dropped)}</b> ${t('status.sumDropped')}
      + <b>${formatNumber(failed)}</b> ${t('status.sumFailed')} + <b>${formatNumber(inFlight)}</b> ${t('status.sumInFlight')} <span class="tag">${isBalanced ? `✓ ${t('status.sumRight')}` : t('status.sumMoving')}</span></p>
    ${reasons(metrics)}</section>`;
}

function reasons(metrics) {
  const counted = ['dropped', 'failed']
    .flatMap((outcome) => metrics.all('faceline_frames_out_total', { outcome }))
    .filter(({ value }) => value > 0);
  return counted.length === 0
    ? ''
    : element`<ul class="row">${counted.map(
        ({ labels, value }) =>
          element`<li class="tag number">${textOfCode(`status.reason.${labels.reason}`)}: ${formatNumber(value)}</li>`,
      )}</ul>`;
}
