import { element } from './html.js';
import { icon } from './icon.js';
import { t } from './strings.js';

/** Shown where there is no content yet: what is missing and what to do. */
export function emptyState(name, title, text, ...actions) {
  return element`<div class="state">${icon(name)}<h2>${title}</h2><p>${text}</p><div class="row center">${actions}</div></div>`;
}

export function loadingState() {
  return element`<div class="state" role="status"><span class="spinner"></span><p>${t('state.loading')}</p></div>`;
}

/** Shown where loading failed: the error and a button to try again. */
export function errorState(error, retry) {
  return element`<div class="state error" role="alert">${icon('alert')}<h2>${t('state.error')}</h2><p>${error.message}</p>
    <div class="row center">${retry ? element`<button type="button" class="button" @click="${retry}">${t('action.retry')}</button>` : null}</div></div>`;
}
