import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { alertPicture } from './alerts-api.js';

/** A picture of an alert, fetched when it comes on the screen. Set `path`, which may be null, `label`, and the name of an icon to show instead as `instead`. */
class AlertPicture extends PageElement {
  show() {
    if (!this.path) {
      this.#showInstead('');
      return;
    }
    this.replaceChildren();
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        this.#fetch();
      }
    });
    observer.observe(this);
    this.signal.addEventListener('abort', () => observer.disconnect());
  }

  async #fetch() {
    try {
      const address = URL.createObjectURL(await alertPicture(this.path, this.signal));
      const image = element`<img alt="${this.label}">`;
      for (const event of ['load', 'error']) {
        image.addEventListener(event, () => URL.revokeObjectURL(address), { once: true });
      }
      image.addEventListener('error', () => this.#showInstead(t('alerts.pictureGone')), { once: true });
      image.src = address;
      this.replaceChildren(image);
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#showInstead(t('alerts.pictureGone'));
      }
    }
  }

  #showInstead(text) {
    this.replaceChildren(
      element`<span class="no-shot" title="${text}">${icon(this.instead ?? 'image')}<span class="${this.isLarge ? 'small' : 'visually-hidden'}">${text}</span></span>`,
    );
  }
}

customElements.define('fl-alert-picture', AlertPicture);

/** The picture of an alert; another one if its shot is another. */
export function shotKey(alert) {
  return JSON.stringify([alert.picture, alert.shot?.frame ?? null, alert.referencePicture]);
}

/**
 * What was seen, beside the photo that it resembles.
 *
 * @param isLarge whether texts are shown below
 */
export function picturesOf(alert, isLarge = false) {
  const instead =
    alert.kind === 'CAMERA_DOWN' ? 'cctv' : alert.kind === 'ABSENT' || alert.kind === 'CANNOT_TELL' ? 'clock' : 'face';
  const pictures = [
    element`<figure><fl-alert-picture class="alert-shot" .path="${alert.picture}" .label="${t('alerts.shot')}" .instead="${instead}" .isLarge="${isLarge}"></fl-alert-picture>${isLarge ? element`<figcaption class="quiet small">${t('alerts.seenNow')}</figcaption>` : ''}</figure>`,
  ];
  if (alert.referencePicture) {
    const name = (alert.wasPerson ?? alert.person)?.name ?? t('face.nameless');
    pictures.push(
      element`<figure><fl-alert-picture class="alert-shot" .path="${alert.referencePicture}" .label="${t('alerts.referenceOf', { name })}" .isLarge="${isLarge}"></fl-alert-picture>${isLarge ? element`<figcaption class="quiet small">${t('alerts.resembles', { name })}</figcaption>` : ''}</figure>`,
    );
  }
  return pictures;
}
