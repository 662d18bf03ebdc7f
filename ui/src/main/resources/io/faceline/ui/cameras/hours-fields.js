import { element, html } from '../shared/html.js';
import { icon, iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { language, t } from '../shared/strings.js';
import { DAYS } from './camera-fields.js';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MILLIS = 86_400_000;

/** When a camera is read. Set `hours`; null is always. */
class HoursFields extends PageElement {
  show() {
    const zone = this.hours?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.replaceChildren(html`
      <label class="check"><input type="checkbox" name="limited" checked="${Boolean(this.hours)}"> ${t('cameras.hoursLimited')}</label>
      <div class="stack" data-hours>
        <ul class="stack"></ul>
        <div class="row"><button type="button" class="button" @click="${() => this.#add()}">${icon('plus')} ${t('cameras.hoursAdd')}</button></div>
        <label class="field zone"><span>${t('cameras.zone')}</span><input name="zone" list="zones" value="${zone}" required autocomplete="off"></label>
        <datalist id="zones">${zones().map((name) => element`<option value="${name}"></option>`)}</datalist>
        <p class="quiet small">${t('cameras.hoursWhat')}</p>
      </div>`);
    for (const span of this.hours?.open ?? []) {
      this.#add(span);
    }
    this.listen(this.find('[name=limited]'), 'change', () => this.#adjust());
    this.#adjust();
  }

  /** As the server takes them. */
  get value() {
    if (!this.find('[name=limited]').checked) {
      return null;
    }
    return { zone: this.find('[name=zone]').value.trim(), open: [...this.querySelectorAll('[data-span]')].map(spanOf) };
  }

  #adjust() {
    const isLimited = this.find('[name=limited]').checked;
    this.find('[data-hours]').hidden = !isLimited;
    this.find('[name=zone]').disabled = !isLimited;
    if (isLimited && !this.find('[data-span]')) {
      this.#add();
    }
    for (const time of this.querySelectorAll('[type=time]')) {
      time.disabled = !isLimited;
    }
  }

  #add({ days = DAYS.slice(0, 5), from = '08:00', to = '18:00' } = {}) {
    const chosen = days.length === 0 ? DAYS : days;
    const item = element`<li class="hours-row" data-span>
      <div class="days" role="group" aria-label="${t('cameras.days')}">${DAYS.map(
        (day, i) =>
          element`<label class="day"><input type="checkbox" value="${day}" checked="${chosen.includes(day)}"><span>${dayName(i)}</span></label>`,
      )}</div>
      <div class="row"><label class="field"><span>${t('cameras.from')}</span><input type="time" name="from" value="${from}" required></label>
      <label class="field"><span>${t('cameras.to')}</span><input type="time" name="to" value="${to}" required></label></div></li>`;
    item.querySelector('.row').append(iconButton('trash', t('cameras.hoursRemove'), () => item.remove()));
    this.find('ul').append(item);
  }
}

function spanOf(item) {
  const days = [...item.querySelectorAll('[type=checkbox]:checked')].map(({ value }) => value);
  return { days, from: item.querySelector('[name=from]').value, to: item.querySelector('[name=to]').value };
}

function dayName(i) {
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(MONDAY + i * DAY_MILLIS),
  );
}

function zones() {
  return Intl.supportedValuesOf?.('timeZone') ?? [];
}

customElements.define('fl-hours-fields', HoursFields);
