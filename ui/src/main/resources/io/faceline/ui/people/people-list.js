import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { admin } from '../shared/admin.js';
import { Problem, askJson, endSession } from '../shared/api.js';
import { t } from '../shared/strings.js';
import { askText, confirmed } from '../shared/dialogs.js';
import { icon } from '../shared/icon.js';
import { pageHead } from '../shared/page-header.js';
import { toast, toastProblem } from '../shared/toast.js';
import './people-section.js';

/** The visitor's own people and, apart, the shared gallery. */
class PeopleList extends PageElement {
  show() {
    this.replaceChildren(html`
      ${pageHead('people', element`<a class="button primary" href="#/people/add">${icon('plus')} ${t('people.add')}</a>`)}
      <fl-people-section scope="session"></fl-people-section>
      <fl-people-section scope="shared"></fl-people-section>
      <footer class="row people-foot">
        <button type="button" class="button" @click="${() => this.#signInOrOut()}">${icon('key')} ${t(admin.isSignedIn ? 'people.signOut' : 'people.signIn')}</button>
        <button type="button" class="button danger" @click="${() => this.#forgetMe()}">${t('people.forgetMe')}</button>
      </footer>`);
  }

  async #signInOrOut() {
    if (admin.isSignedIn) {
      admin.signOut();
      this.show();
      return;
    }
    const token = await askText(t('people.signIn'), t('people.token'), '', 'password');
    if (token) {
      await this.#signIn(token);
    }
  }

  async #signIn(token) {
    admin.signIn(token);
    try {
      if (!(await askJson('/api/v1/session', { asAdmin: true })).isAdmin) {
        throw new Problem(401, 'BAD_TOKEN', '');
      }
      this.show();
      toast(t('people.signedIn'));
    } catch (error) {
      admin.signOut();
      toastProblem(error);
    }
  }

  async #forgetMe() {
    if (await confirmed(t('people.forgetMe'), t('people.forgetMeWhat'), t('people.forgetMeYes'))) {
      try {
        await endSession();
        this.show();
        toast(t('people.forgotten'));
      } catch (error) {
        toastProblem(error);
      }
    }
  }
}

customElements.define('fl-people-list', PeopleList);
