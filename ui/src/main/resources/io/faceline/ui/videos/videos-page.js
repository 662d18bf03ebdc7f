import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import './video-list.js';
import './job-detail.js';

/** The list of videos, or one video. */
class Videos extends PageElement {
  show() {
    const [job] = currentRoute().parameters;
    const page = document.createElement(job ? 'fl-job-detail' : 'fl-video-list');
    page.job = job;
    this.replaceChildren(page);
  }
}

customElements.define('fl-videos', Videos);
