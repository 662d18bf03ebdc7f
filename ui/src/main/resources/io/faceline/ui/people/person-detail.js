import { admin } from '../shared/admin.js';
import { confirmAction, promptText } from '../shared/dialogs.js';
import { element, html } from '../shared/html.js';
import { icon, iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { navigate, routeAddressWith } from '../shared/router.js';
import { errorState, loadingState } from '../shared/states.js';
import { formatDateTime, t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { openMergeDialog, undoMerge } from './merge-dialog.js';
import { mergesInto } from './merge-history.js';
import { addPhotos, deletePerson, deletePhoto, getPerson, rename, showPhoto } from './people-api.js';
import { rejectionMessage } from './rejections.js';

/** One person with photos and tools. Set `person` to the id. */
class PersonDetail extends PageElement {
  #person = null;

  show() {
    this.replaceChildren(loadingState());
    this.#load();
  }

  async #load() {
    try {
      this.#person = await getPerson(this.person, this.signal);
      this.#showPerson();
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.replaceChildren(
          errorState(error, () => this.show()),
          element`<p class="row center"><a href="#/people">${t('people.back')}</a></p>`,
        );
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
          <p class="quiet">${t(`scope.${person.scope}`)} · ${t('people.photos', { count: person.photos.length })} · ${t('person.changed', { when: formatDateTime(person.changedAt) })}</p></div>
        <div class="row"><a class="button" href="${routeAddressWith(['videos', 'find'], { person: person.id })}">${icon('search')} ${t('person.find')}</a>
        ${this.#mayChange ? this.#tools() : null}</div></header>
      <ul class="person-photos">${person.photos.map((photo) => this.#photo(photo))}</ul>
      ${person.photos.length === 0 ? html`<p class="quiet">${t('person.noPhotos')}</p>` : null}
      ${this.#mayChange ? mergesInto(person).map((other) => html`<button type="button" class="button" @click="${() => undoMerge(other, person)}">${icon('undo')} ${t('person.undoMerge', { name: other.name })}</button>`) : null}
      ${this.#mayChange ? html`<p class="quiet small">${t('person.photosHint')}</p>` : html`<p class="quiet small">${t('person.adminOnly')}</p>`}`);
  }

  #tools() {
    return html`
      <label class="button primary">${icon('plus')} ${t('person.addPhotos')}<input type="file" class="file-input" accept="image/*" multiple @change="${(event) => this.#add([...event.target.files])}"></label>
      <button type="button" class="button" @click="${() => this.#rename()}">${icon('edit')} ${t('person.rename')}</button>
      <button type="button" class="button" @click="${() => openMergeDialog(this.#person).catch(toastError)}">${icon('merge')} ${t('person.merge')}</button>
      <button type="button" class="button danger" @click="${() => this.#delete()}">${icon('trash')} ${t('person.delete')}</button>`;
  }

  #photo(photo) {
    const item = element`<li class="card"><img alt="${t('person.photo', { name: this.#person.name })}" loading="lazy"></li>`;
    showPhoto(item.querySelector('img'), this.#person, photo);
    if (this.#mayChange) {
      item.append(iconButton('trash', t('person.deletePhoto'), () => this.#deletePhoto(photo), 'on-picture'));
    }
    return item;
  }

  /** Applies a change and reloads the person, or shows why the change failed. */
  async #change(work) {
    try {
      await work();
      await this.#load();
    } catch (error) {
      toast(rejectionMessage(error), 'error');
    }
  }

  #add(files) {
    return this.#change(async () => {
      const { photos } = await addPhotos(this.#person, files);
      toast(t('person.added', { count: photos.filter((photo) => photo.isAccepted).length, of: photos.length }));
    });
  }

  async #rename() {
    const name = await promptText(t('person.rename'), t('name.label'), this.#person.name);
    if (name && name !== this.#person.name) {
      await this.#change(() => rename(this.#person, name));
    }
  }

  async #deletePhoto(photo) {
    if (await confirmAction(t('person.deletePhoto'), t('person.deletePhotoWhat'), t('person.deletePhoto'))) {
      await this.#change(() => deletePhoto(this.#person, photo));
    }
  }

  async #delete() {
    const { name, photos } = this.#person;
    if (
      await confirmAction(
        t('person.deleteTitle', { name }),
        t('person.deleteWhat', { name, count: photos.length }),
        t('person.delete'),
      )
    ) {
      try {
        await deletePerson(this.#person);
        toast(t('person.deleted', { name }));
        navigate('people');
      } catch (error) {
        toastError(error);
      }
    }
  }
}

customElements.define('fl-person-detail', PersonDetail);
