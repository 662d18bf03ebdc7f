import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import { FIND, startAt } from './film-link.js';
import './find-person.js';
import './video-list.js';
import './job-detail.js';

/** The list of videos, one video, or the search for a person in all of them. */
class Videos extends PageElement {
  show() {
    const { parameters, query } = currentRoute();
    const [which] = parameters;
    const page = document.createElement(tagOf(which));
    if (which && which !== FIND) {
      page.job = which;
      page.at = startAt(query);
    }
    this.replaceChildren(page);
  }
}

function tagOf(which) {
  if (which === FIND) {
    return 'fl-find-person';
  }
  return which ? 'fl-job-detail' : 'fl-video-list';
}

customElements.define('fl-videos', Videos);
