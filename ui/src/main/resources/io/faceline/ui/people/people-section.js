import { admin } from '../shared/admin.js';
import { request } from '../shared/api.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { routeAddress } from '../shared/router.js';
import { retentionTexts } from '../shared/rules.js';
import { saveFile } from '../shared/save-file.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { listPeople, showPhoto } from './people-api.js';
import { importPeople } from './people-import.js';

/** The people of one scope as cards, page by page. */
class PeopleSection extends PageElement {
  get scope() {
    return this.getAttribute('scope');
  }

  show() {
    const mayChange = this.scope === 'session' || admin.isSignedIn;
    this.replaceChildren(html`<section aria-label="${t(`people.${this.scope}`)}">
      <header class="section-head row"><div class="grow"><h2>${t(`people.${this.scope}`)}</h2><p class="quiet small">${t(`people.${this.scope}What`, retentionTexts())}</p></div>
        ${
          mayChange
            ? html`
          <label class="button">${icon('upload')} ${t('people.import')}<input type="file" class="file-input" accept=".jsonl,.ndjson,application/x-ndjson" @change="${(event) => this.#import(event.target)}"></label>
          <button type="button" class="button" @click="${() => this.#export()}">${icon('download')} ${t('people.export')}</button>`
            : null
        }
      </header>
      <div class="list-place"></div></section>`);
    this.find('.list-place').append(loadingState());
    this.#load(null);
  }

  async #load(cursor) {
    const place = this.find('.list-place');
    try {
      const { items, next } = await listPeople({ scope: this.scope, cursor, signal: this.signal });
      if (cursor === null) {
        place.replaceChildren(items.length > 0 ? element`<ul class="people"></ul>` : this.#empty());
      }
      this.find('.people')?.append(...items.map(card));
      this.find('.more')?.remove();
      if (next) {
        place.append(
          element`<button type="button" class="button more" @click="${() => this.#load(next)}">${t('people.more')}</button>`,
        );
      }
    } catch (error) {
      if (error.code === 'GALLERY_PRIVATE') {
        place.replaceChildren(emptyState('people', t('people.sharedPrivate'), t('people.sharedPrivateWhat')));
      } else if (error.name !== 'AbortError') {
        place.replaceChildren(errorState(error, () => this.show()));
      }
    }
  }

  #empty() {
    return emptyState('people', t(`people.${this.scope}Empty`), t(`people.${this.scope}EmptyWhat`));
  }

  async #import(input) {
    try {
      const answer = await importPeople(input.files[0], this.scope, (done, of) => this.#showImporting(done, of));
      toast(importSummary(answer), answer.refused.length > 0 ? 'error' : 'info');
      this.show();
    } catch (error) {
      toastError(error);
    } finally {
      input.value = '';
    }
  }

  #showImporting(done, of) {
    this.find('.list-place').replaceChildren(
      element`<p class="quiet" role="status"><span class="spinner"></span> ${t('people.importing', { done, of })}</p>`,
    );
  }

  async #export() {
    try {
      const answer = await request(`/api/v1/people/export?scope=${this.scope}`, { asAdmin: this.scope === 'shared' });
      saveFile(await answer.blob(), `people-${this.scope}.jsonl`);
    } catch (error) {
      toastError(error);
    }
  }
}

/** The number of imported people, and why the first rejected line was rejected. */
function importSummary({ people, refused }) {
  const words = t('people.imported', { count: people, refused: refused.length });
  return refused.length === 0
    ? words
    : `${words} ${t('people.importRefused', { line: refused[0].index + 1, detail: refused[0].detail })}`;
}

function card(person) {
  const photo = person.photos[0];
  const image = photo ? element`<img alt="" loading="lazy">` : element`<span class="no-photo">${icon('face')}</span>`;
  if (photo) {
    showPhoto(image, person, photo);
  }
  return element`<li><a class="card person-card" href="${routeAddress('people', person.id)}">
    ${image}
    <span class="person-name" title="${person.name}" dir="auto">${person.name}</span>
    <span class="quiet small">${t('people.photos', { count: person.photos.length })}</span>
  </a></li>`;
}

customElements.define('fl-people-section', PeopleSection);
