import { PageElement } from '../shared/page-element.js';
import { route } from '../shared/router.js';
import './people-list.js';
import './add-person.js';
import './person-detail.js';

/** Who is known: all, one, or a new one. */
class People extends PageElement {
  show() {
    const [which] = route().rest;
    if (!which) {
      this.replaceChildren(document.createElement('fl-people-list'));
    } else if (which === 'add') {
      this.replaceChildren(document.createElement('fl-person-add'));
    } else {
      const detail = document.createElement('fl-person-detail');
      detail.person = which;
      this.replaceChildren(detail);
    }
  }
}

customElements.define('fl-people', People);
