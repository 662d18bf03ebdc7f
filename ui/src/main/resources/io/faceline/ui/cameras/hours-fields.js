import { spanItem, spanOf, zoneHere, zoneList } from '../shared/day-spans.js';
import { html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';

/** When a camera is read. Set `hours`; null is always. */
class HoursFields extends PageElement {
  show() {
    const zone = this.hours?.zone ?? zoneHere();
    this.replaceChildren(html`
      <label class="check"><input type="checkbox" name="limited" checked="${Boolean(this.hours)}"> ${t('cameras.hoursLimited')}</label>
      <div class="stack" data-hours>
        <ul class="stack"></ul>
        <div class="row"><button type="button" class="button" @click="${() => this.#add()}">${icon('plus')} ${t('cameras.hoursAdd')}</button></div>
        <label class="field zone"><span>${t('cameras.zone')}</span><input name="zone" list="zones" value="${zone}" required autocomplete="off"></label>
        ${zoneList('zones')}
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

  #add(span) {
    this.find('ul').append(spanItem(span));
  }
}

customElements.define('fl-hours-fields', HoursFields);
