import { element } from './html.js';

/** All drawings come with the page, once: who loses the server later still has them. */
fetch('/ui/style/icons.svg').then((answer) => answer.text()).then((text) => {
  const drawings = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  drawings.setAttribute('class', 'drawings');
  drawings.setAttribute('aria-hidden', 'true');
  document.body.append(drawings);
}).catch(() => {});

/** A drawing of `style/icons.svg`; it says nothing to screen readers, the words beside it do. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** A button that shows an icon and says a word. */
export function iconButton(name, label, onClick, classes = '') {
  return element`<button type="button" class="icon-button ${classes}" aria-label="${label}" title="${label}" @click="${onClick}">${icon(name)}</button>`;
}
