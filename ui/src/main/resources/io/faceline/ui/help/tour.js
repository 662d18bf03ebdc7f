import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { retentionTexts } from '../shared/rules.js';
import { t } from '../shared/strings.js';

const SEEN = 'faceline.tour';
const STEPS = [
  ['scan', 'recognize'],
  ['plus', 'add'],
  ['film', 'video'],
  ['camera', 'live'],
  ['key', 'private'],
];

export function isFirstVisit() {
  return localStorage.getItem(SEEN) === null;
}

/** Introduces the page in five steps. Once closed, it no longer opens by itself. */
export function showTour() {
  let at = 0;
  const place = element`<div class="tour"></div>`;
  const show = () => {
    const [iconName, key] = STEPS[at];
    const isLast = at === STEPS.length - 1;
    place.replaceChildren(element`<div class="state">${icon(iconName)}<h2>${t(`tour.${key}`)}</h2><p>${t(`tour.${key}.text`, retentionTexts())}</p>
      <p class="quiet small">${t('tour.step', { step: at + 1, of: STEPS.length })}</p>
      <div class="row center">
        <button type="button" class="button" disabled="${at === 0}" @click="${() => move(-1)}">${t('tour.back')}</button>
        <button type="button" class="button primary" @click="${() => (isLast ? dialog.close() : move(1))}">${t(isLast ? 'tour.begin' : 'tour.next')}</button>
      </div></div>`);
    place.querySelector('.primary').focus();
  };
  const move = (by) => {
    at = Math.max(0, at + by);
    show();
  };
  const dialog = openDialog(t('tour.title'), place, 'slim');
  dialog.addEventListener('close', () => localStorage.setItem(SEEN, 'yes'));
  show();
}
