import { element } from '/ui/lib/html.js';

/** A drawing of `style/icons.svg`; it says nothing to screen readers, the words beside it do. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/ui/style/icons.svg#${name}`);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** A button that shows an icon and says a word. */
export function iconButton(name, label, onClick, classes = '') {
  return element`<button type="button" class="icon-button ${classes}" aria-label="${label}" title="${label}" @click="${onClick}">${icon(name)}</button>`;
}
