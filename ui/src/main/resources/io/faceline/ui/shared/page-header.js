import { element } from './html.js';
import { t } from './strings.js';

/** What a page is called and what it is for. */
export function pageHead(page, ...tools) {
  return element`<header class="page-head">
    <div class="grow"><h1>${t(`page.${page}`)}</h1><p class="quiet">${t(`page.${page}.what`)}</p></div>
    <div class="row">${tools}</div>
  </header>`;
}
