import { PageElement } from '/ui/lib/page-element.js';
import { route } from '/ui/lib/router.js';
import '/ui/elements/people-list.js';
import '/ui/elements/person-add.js';
import '/ui/elements/person-detail.js';

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
