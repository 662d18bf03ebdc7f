import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { routeAddress } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { enrollForm } from './enroll-form.js';
import { MAX_PHOTOS_PER_REQUEST } from './people-api.js';
import { rejectedPhotos, rejectionTexts, weaknessText } from './rejections.js';
import './auto-capture.js';
import '../shared/drop-zone.js';

/** Adds a person with photos from the camera or from files. */
class AddPerson extends PageElement {
  #photos = [];

  show() {
    this.#photos = [];
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/people" aria-label="${t('people.back')}">${icon('back')}</a>
        <div class="grow"><h1>${t('add.title')}</h1><p class="quiet">${t('add.what')}</p></div></header>
      <div class="tabs row" role="group" aria-label="${t('add.how')}">
        <button type="button" class="button" data-source="camera" @click="${() => this.#choose('camera')}">${icon('camera')} ${t('add.byCamera')}</button>
        <button type="button" class="button" data-source="photos" @click="${() => this.#choose('photos')}">${icon('image')} ${t('add.byPhotos')}</button>
      </div>
      <div class="card card-body stack add-card"><div class="photo-source"><p class="quiet">${t('add.choose')}</p></div>
        ${enrollForm({
          photos: () => this.#requirePhotos(),
          onAdded: (name, added) => this.#showAdded(name, added),
          onRejected: (problem) => this.#showRejections(rejectedPhotos(problem)),
        })}<div class="added" role="status"></div></div>`);
  }

  #choose(source) {
    for (const button of this.querySelectorAll('[data-source]')) {
      button.setAttribute('aria-pressed', button.dataset.source === source);
      button.classList.toggle('primary', button.dataset.source === source);
    }
    this.#photos = [];
    this.find('.added').replaceChildren();
    this.find('.photo-source').replaceChildren(source === 'camera' ? this.#camera() : this.#files());
  }

  #camera() {
    const capture = document.createElement('fl-auto-capture');
    capture.addEventListener('photos-changed', () => {
      this.#photos = capture.photos;
      if (capture.isComplete) {
        this.find('fl-name-form input').focus();
      }
    });
    return capture;
  }

  #files() {
    const zone = element`<div class="stack"><fl-drop-zone .kind="${'image'}" .label="${t('add.drop')}"></fl-drop-zone><ul class="kept files"></ul></div>`;
    zone.firstElementChild.addEventListener('files', ({ detail }) => {
      this.#photos = [...this.#photos, ...detail].slice(0, MAX_PHOTOS_PER_REQUEST);
      zone.querySelector('.kept').replaceChildren(...this.#photos.map(thumbnail));
    });
    return zone;
  }

  #requirePhotos() {
    if (this.#photos.length === 0) {
      throw new Error(t('add.noPhotos'));
    }
    return this.#photos;
  }

  #showAdded(name, added) {
    const accepted = added.photos.filter((photo) => photo.isAccepted).length;
    this.#showRejections(added.photos);
    this.find('.added').prepend(html`<p class="done-note">${icon('check')} ${t('add.done', { name, count: accepted })}
      <a href="${routeAddress('people', added.id)}">${t('add.see')}</a> · <a href="#/live">${t('add.tryLive')}</a></p>`);
  }

  /** Lists the photos that were rejected, with reasons, and those that were accepted with a warning. */
  #showRejections(photos) {
    const names = this.#photos.map((photo) => photo.name);
    const noted = photos.map((photo, i) => noteOf(photo, names[i])).filter((note) => note !== null);
    this.find('.added').replaceChildren(...noted.map((note) => element`<p class="quiet small">${note}</p>`));
  }
}

/** What there is to say about a photo; null if it was accepted without a warning. */
function noteOf(photo, name) {
  if (!photo.isAccepted) {
    return `${t('add.rejected', { photo: name })} ${rejectionTexts(photo).join(' ')}`;
  }
  return photo.weakness === undefined ? null : `${t('add.warned', { photo: name })} ${weaknessText(photo.weakness)}`;
}

function thumbnail(file) {
  const picture = element`<li class="done"><img alt="${file.name}"><span class="cut">${file.name}</span></li>`;
  const image = picture.querySelector('img');
  image.src = URL.createObjectURL(file);
  image.addEventListener('load', () => URL.revokeObjectURL(image.src));
  return picture;
}

customElements.define('fl-add-person', AddPerson);
