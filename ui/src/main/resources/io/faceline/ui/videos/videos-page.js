import { PageElement } from '../shared/page-element.js';
import { route } from '../shared/router.js';
import './video-list.js';
import './job-detail.js';

/** Who is in these films? All of them, or one. */
class Videos extends PageElement {
  show() {
    const [job] = route().rest;
    const page = document.createElement(job ? 'fl-job-detail' : 'fl-video-list');
    page.job = job;
    this.replaceChildren(page);
  }
}

customElements.define('fl-videos', Videos);
