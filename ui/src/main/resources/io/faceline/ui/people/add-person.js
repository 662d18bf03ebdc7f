import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { refusedPhotos, rejectionText } from './rejections.js';
import { address } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { icon } from '../shared/icon.js';
import { naming } from './enroll-form.js';
import './auto-capture.js';
import '../shared/drop-zone.js';

/** So many photos the server takes in one go. */
const MAX_PHOTOS = 20;

/** A new person, by the camera or from photos. */
class PersonAdd extends PageElement {
  #photos = [];

  show() {
    this.#photos = [];
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/people" aria-label="${t('people.back')}">${icon('back')}</a>
        <div class="grow"><h1>${t('add.title')}</h1><p class="quiet">${t('add.what')}</p></div></header>
      <div class="tabs row" role="group" aria-label="${t('add.how')}">
        <button type="button" class="button" data-way="camera" @click="${() => this.#by('camera')}">${icon('camera')} ${t('add.byCamera')}</button>
        <button type="button" class="button" data-way="photos" @click="${() => this.#by('photos')}">${icon('image')} ${t('add.byPhotos')}</button>
      </div>
      <div class="card card-body stack add-card"><div class="way"><p class="quiet">${t('add.choose')}</p></div>
        ${naming({
          photos: () => this.#takenPhotos(),
          onAdded: (name, added) => this.#showAdded(name, added),
          onRefused: (problem) => this.#showVerdicts(refusedPhotos(problem)),
        })}<div class="added" role="status"></div></div>`);
  }

  #by(way) {
    for (const button of this.querySelectorAll('[data-way]')) {
      button.setAttribute('aria-pressed', button.dataset.way === way);
      button.classList.toggle('primary', button.dataset.way === way);
    }
    this.#photos = [];
    this.find('.added').replaceChildren();
    this.find('.way').replaceChildren(way === 'camera' ? this.#camera() : this.#files());
  }

  #camera() {
    const capture = document.createElement('fl-auto-capture');
    capture.addEventListener('kept', () => {
      this.#photos = capture.photos;
      if (capture.isComplete) {
        this.find('fl-name-form input').focus();
      }
    });
    return capture;
  }

  #files() {
    const zone = element`<div class="stack"><fl-drop-zone .kind="${'image'}" .words="${t('add.drop')}"></fl-drop-zone><ul class="kept files"></ul></div>`;
    zone.firstElementChild.addEventListener('files', ({ detail }) => {
      this.#photos = [...this.#photos, ...detail].slice(0, MAX_PHOTOS);
      zone.querySelector('.kept').replaceChildren(...this.#photos.map(thumbnail));
    });
    return zone;
  }

  #takenPhotos() {
    if (this.#photos.length === 0) {
      throw new Error(t('add.noPhotos'));
    }
    return this.#photos;
  }

  #showAdded(name, added) {
    const taken = added.photos.filter((photo) => photo.isAccepted).length;
    this.#showVerdicts(added.photos);
    this.find('.added').prepend(html`<p class="done-note">${icon('check')} ${t('add.done', { name, count: taken })}
      <a href="${address('people', added.id)}">${t('add.see')}</a> · <a href="#/live">${t('add.tryLive')}</a></p>`);
  }

  /** What became of each photo. */
  #showVerdicts(photos) {
    const names = this.#photos.map((photo) => photo.name);
    const refused = photos.map((photo, i) => ({ ...photo, name: names[i] })).filter((photo) => !photo.isAccepted);
    this.find('.added').replaceChildren(...refused.map((photo) =>
      element`<p class="quiet small">${t('add.refused', { photo: photo.name })} ${photo.rejections.map(rejectionText).join(' ')}</p>`));
  }
}

function thumbnail(file) {
  const picture = element`<li class="done"><img alt="${file.name}"><span class="cut">${file.name}</span></li>`;
  const image = picture.querySelector('img');
  image.src = URL.createObjectURL(file);
  image.addEventListener('load', () => URL.revokeObjectURL(image.src));
  return picture;
}

customElements.define('fl-person-add', PersonAdd);
