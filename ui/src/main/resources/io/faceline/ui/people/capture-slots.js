import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { POSES } from './capture-rules.js';
import { t } from '../shared/strings.js';
import { iconButton } from '../shared/icon.js';

/** The photos that are kept, one a pose. Tells `kept` after each change. */
class CaptureSlots extends PageElement {
  #kept = new Map();

  show() {
    this.replaceChildren(html`<ol class="kept" aria-label="${t('capture.kept')}">${POSES.map((pose) => html`<li data-pose="${pose}"></li>`)}</ol>`);
    POSES.forEach((pose) => this.#showSlot(pose));
  }

  get photos() {
    return [...this.#kept.values()];
  }

  get isComplete() {
    return this.#kept.size === POSES.length;
  }

  /** The pose that is asked for next. */
  get wanted() {
    return POSES.find((pose) => !this.#kept.has(pose));
  }

  has(pose) {
    return this.#kept.has(pose);
  }

  keep(pose, blob) {
    this.#kept.set(pose, new File([blob], `${pose}.jpg`, { type: 'image/jpeg' }));
    this.#changed(pose);
  }

  #drop(pose) {
    this.#kept.delete(pose);
    this.#changed(pose);
  }

  #changed(pose) {
    this.#showSlot(pose);
    this.emit('kept');
  }

  #showSlot(pose) {
    const photo = this.#kept.get(pose);
    const slot = this.find(`[data-pose=${pose}]`);
    slot.classList.toggle('done', photo !== undefined);
    slot.replaceChildren(...(photo ? this.#photoOf(pose, photo) : []), element`<span>${t(`pose.${pose}`)}</span>`);
  }

  #photoOf(pose, photo) {
    const words = { pose: t(`pose.${pose}`) };
    const picture = element`<img alt="${t('capture.photo', words)}">`;
    picture.src = URL.createObjectURL(photo);
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src));
    return [picture, iconButton('close', t('capture.drop', words), () => this.#drop(pose), 'on-picture')];
  }
}

customElements.define('fl-capture-slots', CaptureSlots);
