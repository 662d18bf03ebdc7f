import { listAllPeople } from '../people/people-api.js';
import { requestJson } from '../shared/api.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { findForm } from './find-form.js';
import { JOBS } from './jobs-api.js';
import { searchAddress, searchOf } from './visit-search.js';
import './visit-list.js';

/** Where a person is in all videos, and with whom. The address says what is searched for, so that one can come back to it. */
class FindPerson extends PageElement {
  #people = [];
  #search = null;

  show() {
    this.#search = searchOf(currentRoute().query);
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/videos" aria-label="${t('job.back')}">${icon('back')}</a>
        <div class="grow"><h1>${t('find.title')}</h1><p class="quiet">${t('find.what')}</p></div></header>
      <div class="find-place stack"></div>`);
    this.#place(loadingState());
    this.#load();
  }

  #place(...nodes) {
    this.find('.find-place').replaceChildren(...nodes);
  }

  async #load() {
    try {
      const [jobs, people] = await Promise.all([
        requestJson(`${JOBS}?limit=1`, { signal: this.signal }),
        listAllPeople(),
      ]);
      this.#people = people;
      this.#showForm(jobs.items.length > 0);
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#place(errorState(error, () => this.show()));
      }
    }
  }

  #showForm(hasVideos) {
    if (!hasVideos) {
      this.#place(emptyState('film', t('videos.empty'), t('find.noVideos'), link('#/videos', t('find.toVideos'))));
    } else if (this.#people.length === 0 && this.#search.person === '') {
      this.#place(
        emptyState('people', t('people.sessionEmpty'), t('find.noPeople'), link('#/people/add', t('people.add'))),
      );
    } else {
      this.#place(
        findForm(this.#people, this.#search, (search) => this.#change(search)),
        element`<div data-found></div>`,
      );
      this.#find();
    }
  }

  /** A navigation would open the page anew, and take the focus off the form. */
  #change(search) {
    this.#search = search;
    history.replaceState(null, '', searchAddress(search));
    this.#find();
  }

  #find() {
    this.find('[data-found]').replaceChildren(
      this.#search.person === '' ? emptyState('search', t('find.whom'), t('find.whomWhat')) : this.#list(),
    );
  }

  #list() {
    const nameOf = (id) => this.#people.find((person) => person.id === id)?.name ?? t('face.nameless');
    const list = document.createElement('fl-visit-list');
    list.search = this.#search;
    list.names = { name: nameOf(this.#search.person), other: nameOf(this.#search.together) };
    return list;
  }
}

function link(address, text) {
  return element`<a class="button primary" href="${address}">${text}</a>`;
}

customElements.define('fl-find-person', FindPerson);
