import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { routeAddressWith } from '../shared/router.js';
import { t } from '../shared/strings.js';

/** The parameter that names a preset, and its value for a rule from nothing. */
export const PRESET = 'preset';
export const NO_PRESET = 'none';

/** Rules to begin with. */
export function presetChoice(presets) {
  return html`<p class="quiet">${t('rules.presetWhat')}</p>
    <ul class="presets">${presets.map(({ id, title, sentence }) => preset(id, title, sentence))}${preset(NO_PRESET, t('rules.ownRule'), t('rules.ownRuleWhat'))}</ul>`;
}

function preset(id, title, sentence) {
  return element`<li><a class="card preset" href="${routeAddressWith(['rules', '_add'], { [PRESET]: id })}"><b>${title}</b><span class="quiet">${sentence}</span></a></li>`;
}

/** What people must know before they rely on a preset. */
export function presetNotes({ title, notes }) {
  return notes.length === 0
    ? null
    : element`<section class="card card-body preset-notes" aria-label="${t('rules.mustKnow', { title })}"><h2>${icon('alert')} ${t('rules.mustKnow', { title })}</h2>
      <ul>${notes.map((note) => element`<li>${note}</li>`)}</ul></section>`;
}
