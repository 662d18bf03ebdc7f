import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import './alert-detail.js';
import './alert-list.js';

/** All alerts, or one large. */
class Alerts extends PageElement {
  show() {
    const [id] = currentRoute().parameters;
    const page = document.createElement(id ? 'fl-alert-detail' : 'fl-alert-list');
    page.alertId = id;
    this.replaceChildren(page);
  }
}

customElements.define('fl-alerts', Alerts);
