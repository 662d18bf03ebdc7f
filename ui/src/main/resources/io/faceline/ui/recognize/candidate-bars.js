import { element } from '../shared/html.js';
import { formatNumber, t } from '../shared/strings.js';

/** The most similar people as bars, with a line at the match threshold. */
export function candidateBars(candidates, threshold) {
  if (candidates.length === 0) {
    return element`<p class="quiet">${t('face.noCandidates')}</p>`;
  }
  const list = element`<ol class="candidates" aria-label="${t('face.candidates')}">${candidates.map((candidate) => bar(candidate, threshold))}</ol>`;
  return element`<div>${list}<p class="quiet small">${t('face.threshold', { threshold: formatNumber(threshold, 2) })}</p></div>`;
}

function bar({ name, scope, similarity }, threshold) {
  const item = element`<li>
    <span class="candidate-name" title="${name ?? ''}">${name ?? t('face.nameless')}</span>
    <span class="quiet small">${t(`scope.${scope}`)}</span>
    <span class="bar" aria-hidden="true"><span class="bar-fill"></span><span class="bar-line"></span></span>
    <span class="candidate-value">${formatNumber(similarity, 2)}</span>
  </li>`;
  item.classList.toggle('enough', similarity >= threshold);
  item.querySelector('.bar-fill').style.width = `${Math.max(0, similarity) * 100}%`;
  item.querySelector('.bar-line').style.left = `${threshold * 100}%`;
  return item;
}
