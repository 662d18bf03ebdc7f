import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';

/** The models in use with their licences; the whole catalog if the metrics do not tell which are in use. */
export function modelTable(models, metrics) {
  const running = metrics.all('faceline_model').map(({ labels }) => labels);
  const own = models.filter((model) => running.some((one) => one.model === model.id));
  const shown = models.filter(
    (model) => own.includes(model) || own.some(({ landmarkModel }) => landmarkModel === model.name),
  );
  const rows = shown.length > 0 ? shown : models;
  return element`<section class="card card-body" aria-label="${t('status.models')}">
    <h2>${t('status.models')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${t('status.models')}"><table class="table">
      <thead><tr><th scope="col">${t('status.model')}</th><th scope="col">${t('status.role')}</th><th scope="col">${t('status.runsOn')}</th>
        <th scope="col">${t('status.licence')}</th><th scope="col">${t('status.commercial')}</th><th scope="col">${t('status.training')}</th></tr></thead>
      <tbody>${rows.map((model) => row(model, running))}</tbody></table></div></section>`;
}

function row(model, running) {
  const providers = new Set(running.filter((one) => one.model === model.id).map((one) => one.provider));
  return element`<tr><th scope="row">${model.name}<br><span class="quiet small">${model.id}</span></th><td>${t(`role.${model.role}`)}</td><td>${[...providers].join(', ') || '–'}</td>
    <td>${model.licence}<br><span class="quiet small">${model.origin}</span></td>
    <td data-tone="${model.commercialUse ? 'sure' : 'unknown'}"><span class="tag">${model.commercialUse ? `✓ ${t('status.yes')}` : `✕ ${t('status.no')}`}</span></td>
    <td class="quiet small">${model.training}</td></tr>`;
}
