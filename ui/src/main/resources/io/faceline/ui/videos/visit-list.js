import { requestJson } from '../shared/api.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toastError } from '../shared/toast.js';
import { isUnfinished } from './job-progress.js';
import { JOBS } from './jobs-api.js';
import { visitCard } from './visit-card.js';
import { csvAddress, listVisits } from './visit-search.js';

const REFRESH_SECONDS = 3;
const PER_PAGE = 50;
/** What the server gives at once. A longer list is not refreshed. */
const MAX_PER_PAGE = 200;

/** What was found in all videos, page by page; grows while videos are analysed. Set `search`, and the `names` {name, other} of whom it is about. */
class VisitList extends PageElement {
  #items = null;
  #next = null;
  #unfinished = 0;
  #shown = '';

  show() {
    this.replaceChildren(loadingState());
    this.every(REFRESH_SECONDS, () => this.#refresh());
  }

  /** False if nothing will be added. */
  async #refresh() {
    const count = this.#items?.length ?? 0;
    if (count > MAX_PER_PAGE) {
      return true;
    }
    try {
      const [jobs, found] = await Promise.all([
        requestJson(`${JOBS}?limit=200`, { signal: this.signal }),
        listVisits(this.search, { limit: Math.max(PER_PAGE, count), signal: this.signal }),
      ]);
      this.#unfinished = jobs.items.filter(isUnfinished).length;
      if ((this.#items?.length ?? 0) === count) {
        this.#take(found.items, found.next);
      }
      return this.#unfinished > 0;
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#items = null;
        this.#shown = '';
        this.replaceChildren(errorState(error, () => this.show()));
      }
      return false;
    }
  }

  async #more() {
    try {
      const { items, next } = await listVisits(this.search, {
        limit: PER_PAGE,
        cursor: this.#next,
        signal: this.signal,
      });
      const last = this.#items.length;
      this.#take([...this.#items, ...items], next);
      this.querySelectorAll('.visit-card')[last]?.focus();
    } catch (error) {
      toastError(error);
    }
  }

  #take(items, next) {
    this.#items = items;
    this.#next = next;
    const text = JSON.stringify([items, next, this.#unfinished]);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#render();
    }
  }

  /** A focused row keeps the focus. */
  #render() {
    const focused = document.activeElement?.getAttribute('href');
    replaceKeepingFocus(this, this.#items.length === 0 ? [this.#nothing()] : this.#found());
    if (focused) {
      this.find(`a[href="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  #nothing() {
    const isTogether = this.search.together !== '';
    const what = this.#unfinished > 0 ? this.#unfinishedText() : t(isTogether ? 'find.neverWhat' : 'find.nowhereWhat');
    return emptyState('search', t(isTogether ? 'find.never' : 'find.nowhere', this.names), what);
  }

  #found() {
    const films = new Set(this.#items.map(({ job }) => job.id)).size;
    const count = t('find.count', { count: this.#items.length, films: t('find.films', { count: films }) });
    const isNumbered = this.#items.some(({ others }) => others.some(({ unknown }) => unknown !== null));
    return [
      element`<div class="row found-head"><p class="grow" role="status">${this.#next ? t('find.first', { count: this.#items.length }) : count}</p>
        <a class="button" href="${csvAddress(this.search)}" download>${icon('table')} ${t('find.csv')}</a></div>`,
      element`<p class="quiet small">${this.#unfinished > 0 ? this.#unfinishedText() : ''} ${isNumbered ? t('find.numbered') : ''}</p>`,
      element`<ul class="stack">${this.#items.map((visit) => visitCard(visit, this.search.together))}</ul>`,
      this.#next
        ? element`<p class="row center more"><button type="button" class="button" @click="${() => this.#more()}">${t('people.more')}</button></p>`
        : '',
    ];
  }

  #unfinishedText() {
    return t('find.unfinished', { count: this.#unfinished });
  }
}

customElements.define('fl-visit-list', VisitList);
