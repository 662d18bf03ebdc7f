import { element } from '../shared/html.js';
import { formatNumber, t, textOfCode } from '../shared/strings.js';
import { clockText, delayText, rateText, sizeText } from './camera-texts.js';

/** The figures of a camera since the server took it up. */
export function cameraFigures({ figures, since }) {
  return element`<section class="stack" aria-label="${t('cameras.figures')}">
    <dl class="figures">
      ${figure('arriving', rateText(figures))}
      ${figure('delay', delayText(figures))}
      ${figure('size', sizeText(figures))}
      ${figure('codec', figures.codec ?? '–')}
      ${figure('received', formatNumber(figures.received))}
      ${figure('taken', formatNumber(figures.taken))}
      ${figure('answered', formatNumber(figures.answered))}
      ${figure('dropped', formatNumber(totalOf(figures.dropped)))}
      ${figure('failed', formatNumber(figures.failed))}
      ${figure('reconnects', formatNumber(figures.reconnects))}
    </dl>
    ${dropped(figures.dropped)}
    <p class="quiet small">${t('cameras.since', { time: clockText(since, 'medium') })}</p></section>`;
}

function figure(name, value) {
  return element`<div><dt>${t(`cameras.figure.${name}`)}</dt><dd class="number">${value}</dd></div>`;
}

function totalOf(counts) {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function dropped(counts) {
  const reasons = Object.entries(counts).filter(([, count]) => count > 0);
  return reasons.length === 0
    ? ''
    : element`<div><h3>${t('cameras.droppedWhy')}</h3><ul class="row">${reasons.map(
        ([reason, count]) =>
          element`<li class="tag number">${textOfCode(`cameras.dropped.${reason}`)}: ${formatNumber(count)}</li>`,
      )}</ul></div>`;
}
