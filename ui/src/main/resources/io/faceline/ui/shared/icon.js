import { element } from './html.js';

/** Loads all icons once with the page, so that they are still there when the server cannot be reached. */
fetch('/ui/style/icons.svg')
  .then((answer) => answer.text())
  .then((text) => {
    const icons = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    icons.setAttribute('class', 'icons');
    icons.setAttribute('aria-hidden', 'true');
    document.body.append(icons);
  })
  .catch(() => {});

/** An icon of `style/icons.svg`, hidden from screen readers: the text beside it says the same. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** A button with an icon, and a label for screen readers and as a tooltip. */
export function iconButton(name, label, onClick, classes = '') {
  return element`<button type="button" class="icon-button ${classes}" aria-label="${label}" title="${label}" @click="${onClick}">${icon(name)}</button>`;
}
