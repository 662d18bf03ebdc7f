import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { formatNumber, t } from '../shared/strings.js';
import { found } from './people-search.js';

const SHOWN = 12;

/** Who is on a list: a search adds, a click removes. Set `people`, of whom to choose, and `chosen`, their ids. */
class PeoplePicker extends PageElement {
  #chosen = [];

  show() {
    this.#chosen = [...this.chosen];
    this.replaceChildren(html`
      <label class="field"><span>${t('lists.search')}</span><input type="search" autocomplete="off" spellcheck="false" @input="${() => this.#showFound()}" @keydown="${(event) => this.#onKey(event)}"></label>
      <ul class="chips" data-found></ul>
      <h3 data-count></h3><ul class="chips" data-chosen></ul>`);
    this.#render();
  }

  /** The ids of those who are chosen. */
  get value() {
    return this.#chosen;
  }

  #render() {
    this.find('[data-count]').textContent = t('lists.people', { count: this.#chosen.length });
    this.find('[data-chosen]').replaceChildren(
      ...this.#chosen.map((id) => this.#chip(this.#nameOf(id), 'close', 'lists.remove', () => this.#remove(id))),
    );
    this.#showFound();
  }

  #showFound() {
    const { value } = this.find('input');
    const { some, more } = found(this.people, this.#chosen, value, SHOWN);
    this.find('[data-found]').replaceChildren(
      ...some.map(({ id, name }) => this.#chip(name, 'plus', 'lists.add', () => this.#add(id))),
      ...(more > 0 ? [element`<li class="quiet small">${t('lists.more', { count: formatNumber(more) })}</li>`] : []),
      ...(some.length === 0 && value ? [element`<li class="quiet small">${t('lists.nobodyFound')}</li>`] : []),
    );
  }

  #chip(name, sign, label, onClick) {
    return element`<li><button type="button" class="chip" aria-label="${t(label, { name })}" @click="${onClick}"><span class="cut" dir="auto">${name}</span> ${icon(sign)}</button></li>`;
  }

  /** Enter adds the first that is found, and does not send the form. */
  #onKey(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.find('[data-found] button')?.click();
    }
  }

  #add(id) {
    this.#chosen.push(id);
    this.find('input').value = '';
    this.#render();
    this.find('input').focus();
  }

  #remove(id) {
    this.#chosen = this.#chosen.filter((one) => one !== id);
    this.#render();
    this.find('input').focus();
  }

  #nameOf(id) {
    return this.people.find((person) => person.id === id)?.name ?? id;
  }
}

customElements.define('fl-people-picker', PeoplePicker);
