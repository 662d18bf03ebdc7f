import { DAYS, dayName } from './days.js';
import { element } from './html.js';
import { iconButton } from './icon.js';
import { t } from './strings.js';

/** A box to check for each day; none checked is every day. */
export function dayFields(chosen) {
  return element`<div class="days" role="group" aria-label="${t('cameras.days')}">${DAYS.map(
    (day, i) =>
      element`<label class="day"><input type="checkbox" value="${day}" checked="${chosen.includes(day)}"><span>${dayName(i)}</span></label>`,
  )}</div>`;
}

/** The days that are checked. */
export function daysIn(parent) {
  return [...parent.querySelectorAll('.day input:checked')].map(({ value }) => value);
}

/** An item of a list, with days and times that can be changed, and a button that removes it. */
export function spanItem({ days = DAYS.slice(0, 5), from = '08:00', to = '18:00' } = {}, onRemoved = () => {}) {
  const item = element`<li class="hours-row" data-span>${dayFields(days.length === 0 ? DAYS : days)}
    <div class="row"><label class="field"><span>${t('cameras.from')}</span><input type="time" name="from" value="${from}" required></label>
    <label class="field"><span>${t('cameras.to')}</span><input type="time" name="to" value="${to}" required></label></div></li>`;
  const remove = () => {
    item.remove();
    onRemoved();
  };
  item.querySelector('.row').append(iconButton('trash', t('cameras.hoursRemove'), remove));
  return item;
}

/** As the server takes it. */
export function spanOf(item) {
  return {
    days: daysIn(item),
    from: item.querySelector('[name=from]').value,
    to: item.querySelector('[name=to]').value,
  };
}

/** The time zones to choose from, for a field that names the list of them. */
export function zoneList(id) {
  const zones = Intl.supportedValuesOf?.('timeZone') ?? [];
  return element`<datalist id="${id}">${zones.map((name) => element`<option value="${name}"></option>`)}</datalist>`;
}

/** That of this browser. */
export function zoneHere() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
