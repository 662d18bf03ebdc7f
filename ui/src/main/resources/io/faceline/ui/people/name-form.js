import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { admin } from '../shared/admin.js';
import { peopleToChoose } from './people-api.js';
import { t } from '../shared/strings.js';

/** Asks for a name, offering those there are; where the admin is signed in also whose people it goes to. Tells `named` {name, scope}. */
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
    this.listen(this.find('form'), 'input', () => this.#sayWhom());
    this.#offerNames();
  }

  async #offerNames() {
    try {
      this.#known = await peopleToChoose();
      this.find('datalist').replaceChildren(...this.#known.map(({ name }) => new Option(name, name)));
      this.#sayWhom();
    } catch {
      // Names can be typed without an offer.
    }
  }

  /** A known name is that person's; whoever means somebody else must tell them apart. */
  #sayWhom() {
    const { name, scope } = this.#asked();
    const known = this.#known.find((person) => person.name === name && person.scope === scope);
    this.find('[role=status]').textContent = known ? t('name.known', { name }) : '';
  }

  #asked() {
    const { name, scope } = this.find('form').elements;
    return { name: name.value.trim(), scope: scope?.value ?? 'session' };
  }

  #submit(event) {
    event.preventDefault();
    this.emit('named', this.#asked());
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
