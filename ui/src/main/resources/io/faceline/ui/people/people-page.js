import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import './people-list.js';
import './add-person.js';
import './person-detail.js';

/** All people, one person, or a form to add one. */
class People extends PageElement {
  show() {
    const [which] = currentRoute().parameters;
    if (!which) {
      this.replaceChildren(document.createElement('fl-people-list'));
    } else if (which === 'add') {
      this.replaceChildren(document.createElement('fl-add-person'));
    } else {
      const detail = document.createElement('fl-person-detail');
      detail.person = which;
      this.replaceChildren(detail);
    }
  }
}

customElements.define('fl-people', People);
