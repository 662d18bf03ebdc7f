import { element } from '../shared/html.js';

/**
 * A watch list by its name and colour. The colour is a dot beside the name, so that the name is readable whatever it is.
 *
 * @param list {name, colour}; a colour such as #d33a2c
 */
export function listChip({ name, colour }) {
  const chip = element`<span class="tag list-chip"><i aria-hidden="true"></i><span class="cut" title="${name}" dir="auto">${name}</span></span>`;
  chip.querySelector('i').style.background = colour;
  return chip;
}
