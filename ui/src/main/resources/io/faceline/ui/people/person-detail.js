import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { admin } from '../shared/admin.js';
import { addPhotos, deletePerson, deletePhoto, findPerson, rename } from './people-api.js';
import { merged } from './merge-history.js';
import { refusalOf } from './rejections.js';
import { go } from '../shared/router.js';
import { dateTime, t } from '../shared/strings.js';
import { askText, confirmed } from '../shared/dialogs.js';
import { icon, iconButton } from '../shared/icon.js';
import { askMerge, undoMerge } from './merge-dialog.js';
import { errorState, loadingState } from '../shared/states.js';
import { toast, toastProblem } from '../shared/toast.js';

/** One person: photos, name, and what can be done. Set `person` to the id. */
class PersonDetail extends PageElement {
  #person = null;

  show() {
    this.replaceChildren(loadingState());
    this.#load();
  }

  async #load() {
    try {
      this.#person = await findPerson(this.person, this.signal);
      this.#showPerson();
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.replaceChildren(errorState(error, () => this.show()), element`<p class="row center"><a href="#/people">${t('people.back')}</a></p>`);
      }
    }
  }

  get #mayChange() {
    return this.#person.scope === 'session' || admin.isSignedIn;
  }

  #showPerson() {
    const person = this.#person;
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/people" aria-label="${t('people.back')}">${icon('back')}</a>
        <div class="grow"><h1 dir="auto" class="long-name">${person.name}</h1>
          <p class="quiet">${t(`scope.${person.scope}`)} · ${t('people.photos', { count: person.photos.length })} · ${t('person.changed', { when: dateTime(person.changedAt) })}</p></div>
        ${this.#mayChange ? this.#tools() : null}</header>
      <ul class="person-photos">${person.photos.map((photo) => this.#photo(photo))}</ul>
      ${person.photos.length === 0 ? html`<p class="quiet">${t('person.noPhotos')}</p>` : null}
      ${this.#mayChange ? merged(person).map((other) => html`<button type="button" class="button" @click="${() => undoMerge(other, person)}">${icon('undo')} ${t('person.undoMerge', { name: other.name })}</button>`) : null}
      ${this.#mayChange ? html`<p class="quiet small">${t('person.photosHint')}</p>` : html`<p class="quiet small">${t('person.adminOnly')}</p>`}`);
  }

  #tools() {
    return element`<div class="row">
      <label class="button primary">${icon('plus')} ${t('person.addPhotos')}<input type="file" class="file-input" accept="image/*" multiple @change="${(event) => this.#add([...event.target.files])}"></label>
      <button type="button" class="button" @click="${() => this.#rename()}">${icon('edit')} ${t('person.rename')}</button>
      <button type="button" class="button" @click="${() => askMerge(this.#person).catch(toastProblem)}">${icon('merge')} ${t('person.merge')}</button>
      <button type="button" class="button danger" @click="${() => this.#delete()}">${icon('trash')} ${t('person.delete')}</button>
    </div>`;
  }

  #photo(photo) {
    const item = element`<li class="card"><img src="${photo.url}" alt="${t('person.photo', { name: this.#person.name })}" loading="lazy"></li>`;
    if (this.#mayChange) {
      item.append(iconButton('trash', t('person.deletePhoto'), () => this.#deletePhoto(photo), 'on-picture'));
    }
    return item;
  }

  /** Does it, shows how it is now, or says why not. */
  async #change(work) {
    try {
      await work();
      await this.#load();
    } catch (error) {
      toast(refusalOf(error), 'error');
    }
  }

  #add(files) {
    return this.#change(async () => {
      const { photos } = await addPhotos(this.#person, files);
      toast(t('person.added', { count: photos.filter((photo) => photo.isAccepted).length, of: photos.length }));
    });
  }

  async #rename() {
    const name = await askText(t('person.rename'), t('name.label'), this.#person.name);
    if (name && name !== this.#person.name) {
      await this.#change(() => rename(this.#person, name));
    }
  }

  async #deletePhoto(photo) {
    if (await confirmed(t('person.deletePhoto'), t('person.deletePhotoWhat'), t('person.deletePhoto'))) {
      await this.#change(() => deletePhoto(this.#person, photo));
    }
  }

  async #delete() {
    const { name, photos } = this.#person;
    if (await confirmed(t('person.deleteTitle', { name }), t('person.deleteWhat', { name, count: photos.length }), t('person.delete'))) {
      try {
        await deletePerson(this.#person);
        toast(t('person.deleted', { name }));
        go('people');
      } catch (error) {
        toastProblem(error);
      }
    }
  }
}

customElements.define('fl-person-detail', PersonDetail);
