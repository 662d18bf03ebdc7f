import { html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { admin } from '/ui/lib/admin.js';
import { peopleToChoose } from '/ui/lib/people.js';
import { t } from '/ui/lib/strings.js';

/** Asks for a name, offering those there are; where the admin is signed in also whose people it goes to. Tells `named` {name, scope}. */
class NameForm extends PageElement {
  show() {
    const list = `names-${Math.random().toString(36).slice(2)}`;
    this.replaceChildren(html`
      <form class="name-form" @submit="${(event) => this.#submit(event)}">
        <label class="field grow"><span>${this.label ?? t('name.label')}</span>
          <input name="name" list="${list}" maxlength="200" required autocomplete="off" value="${this.value ?? ''}"></label>
        <datalist id="${list}"></datalist>
        ${admin.isSignedIn ? scopeField() : null}
        <button class="button primary">${this.action ?? t('action.add')}</button>
      </form>`);
    this.#offerNames();
  }

  async #offerNames() {
    try {
      const people = await peopleToChoose();
      this.find('datalist').replaceChildren(...people.map((person) => new Option(person.name, person.name)));
    } catch {
      // Names can be typed without an offer.
    }
  }

  #submit(event) {
    event.preventDefault();
    const { name, scope } = event.target.elements;
    this.emit('named', { name: name.value.trim(), scope: scope?.value ?? 'session' });
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
