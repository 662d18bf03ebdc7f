import { admin } from '../shared/admin.js';
import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { listAllPeople } from './people-api.js';

/** Asks for a name and suggests known ones; admins also choose the gallery. Emits `name-submitted` with {name, scope}. */
class NameForm extends PageElement {
  #known = [];

  show() {
    const list = `names-${Math.random().toString(36).slice(2)}`;
    this.replaceChildren(html`
      <form class="name-form" @submit="${(event) => this.#submit(event)}">
        <label class="field grow"><span>${this.label ?? t('name.label')}</span>
          <input name="name" list="${list}" maxlength="200" required autocomplete="off" value="${this.value ?? ''}"></label>
        <datalist id="${list}"></datalist>
        ${admin.isSignedIn ? scopeField() : null}
        <button class="button primary">${t('action.add')}</button>
      </form><p class="quiet small" role="status"></p>`);
    this.listen(this.find('form'), 'input', () => this.#showIfKnown());
    this.#suggestNames();
  }

  async #suggestNames() {
    try {
      this.#known = await listAllPeople();
      this.find('datalist').replaceChildren(...this.#known.map(({ name }) => new Option(name, name)));
      this.#showIfKnown();
    } catch {
      // Names can be typed without suggestions.
    }
  }

  /** Photos added under a known name go to that person. */
  #showIfKnown() {
    const { name, scope } = this.#input();
    const known = this.#known.find((person) => person.name === name && person.scope === scope);
    this.find('[role=status]').textContent = known ? t('name.known', { name }) : '';
  }

  #input() {
    const { name, scope } = this.find('form').elements;
    return { name: name.value.trim(), scope: scope?.value ?? 'session' };
  }

  #submit(event) {
    event.preventDefault();
    this.emit('name-submitted', this.#input());
  }

  set busy(isBusy) {
    this.find('button').disabled = isBusy;
    this.find('button').classList.toggle('busy', isBusy);
  }
}

function scopeField() {
  return html`<label class="field"><span>${t('name.scope')}</span><select name="scope">
    <option value="session">${t('scope.session')}</option><option value="shared">${t('scope.shared')}</option></select></label>`;
}

customElements.define('fl-name-form', NameForm);
