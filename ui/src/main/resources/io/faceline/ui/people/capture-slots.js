import { element, html } from '../shared/html.js';
import { iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { POSES } from './capture-rules.js';

/** The photos taken so far, one per pose. Emits `photos-changed` after each change. */
class CaptureSlots extends PageElement {
  #photos = new Map();

  show() {
    this.replaceChildren(
      html`<ol class="kept" aria-label="${t('capture.kept')}">${POSES.map((pose) => html`<li data-pose="${pose}"></li>`)}</ol>`,
    );
    POSES.forEach((pose) => this.#showSlot(pose));
  }

  get photos() {
    return [...this.#photos.values()];
  }

  get isComplete() {
    return this.#photos.size === POSES.length;
  }

  /** The first pose without a photo. */
  get nextPose() {
    return POSES.find((pose) => !this.#photos.has(pose));
  }

  has(pose) {
    return this.#photos.has(pose);
  }

  keep(pose, blob) {
    this.#photos.set(pose, new File([blob], `${pose}.jpg`, { type: 'image/jpeg' }));
    this.#changed(pose);
  }

  #remove(pose) {
    this.#photos.delete(pose);
    this.#changed(pose);
  }

  #changed(pose) {
    this.#showSlot(pose);
    this.emit('photos-changed');
  }

  #showSlot(pose) {
    const photo = this.#photos.get(pose);
    const slot = this.find(`[data-pose=${pose}]`);
    slot.classList.toggle('done', photo !== undefined);
    slot.replaceChildren(...(photo ? this.#photoOf(pose, photo) : []), element`<span>${t(`pose.${pose}`)}</span>`);
  }

  #photoOf(pose, photo) {
    const values = { pose: t(`pose.${pose}`) };
    const picture = element`<img alt="${t('capture.photo', values)}">`;
    picture.src = URL.createObjectURL(photo);
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src));
    return [picture, iconButton('close', t('capture.drop', values), () => this.#remove(pose), 'on-picture')];
  }
}

customElements.define('fl-capture-slots', CaptureSlots);
