import { admin } from '../shared/admin.js';
import { resetSession } from '../shared/api.js';
import { confirmAction } from '../shared/dialogs.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { signInAsAdmin } from '../shared/sign-in.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import './people-section.js';

/** The visitor's own people and the shared gallery. */
class PeopleList extends PageElement {
  show() {
    this.replaceChildren(html`
      ${pageHeader('people', element`<a class="button primary" href="#/people/add">${icon('plus')} ${t('people.add')}</a>`)}
      <fl-people-section scope="session"></fl-people-section>
      <fl-people-section scope="shared"></fl-people-section>
      <footer class="row people-foot">
        <button type="button" class="button" @click="${() => this.#signInOrOut()}">${icon('key')} ${t(admin.isSignedIn ? 'people.signOut' : 'people.signIn')}</button>
        <button type="button" class="button danger" @click="${() => this.#deleteMyData()}">${t('people.deleteMyData')}</button>
      </footer>`);
  }

  async #signInOrOut() {
    if (admin.isSignedIn) {
      admin.signOut();
      this.show();
      return;
    }
    if (await signInAsAdmin()) {
      this.show();
      toast(t('people.signedIn'));
    }
  }

  async #deleteMyData() {
    if (await confirmAction(t('people.deleteMyData'), t('people.deleteMyDataWhat'), t('people.deleteMyDataConfirm'))) {
      try {
        await resetSession();
        this.show();
        toast(t('people.myDataDeleted'));
      } catch (error) {
        toastError(error);
      }
    }
  }
}

customElements.define('fl-people-list', PeopleList);
