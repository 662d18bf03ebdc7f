import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import './camera-detail.js';
import './camera-form.js';
import './camera-wall.js';

/** No camera has this id: ids have no underscore. */
const ADD = '_add';
const CHANGE = 'change';

/** The wall of all cameras, one camera large, or a form to add or change one. */
class Cameras extends PageElement {
  show() {
    const [which, what] = currentRoute().parameters;
    const page = document.createElement(tagOf(which, what));
    page.camera = which === ADD ? null : which;
    this.replaceChildren(page);
  }
}

function tagOf(which, what) {
  if (!which) {
    return 'fl-camera-wall';
  }
  return which === ADD || what === CHANGE ? 'fl-camera-form' : 'fl-camera-detail';
}

customElements.define('fl-cameras', Cameras);
