import { element } from './html.js';
import { retentionTexts } from './rules.js';
import { t } from './strings.js';

/** The title of a page, one sentence about it, and its tools. */
export function pageHeader(page, ...tools) {
  return element`<header class="page-head">
    <div class="grow"><h1>${t(`page.${page}`)}</h1><p class="quiet">${t(`page.${page}.what`, retentionTexts())}</p></div>
    <div class="row">${tools}</div>
  </header>`;
}
