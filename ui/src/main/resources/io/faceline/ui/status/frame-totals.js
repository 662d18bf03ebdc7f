import { element } from '../shared/html.js';
import { number, t } from '../shared/strings.js';

/** Frames in are frames out and frames in flight: shown as a sum that everybody can check. */
export function frameAccount(metrics) {
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
