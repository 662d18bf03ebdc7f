import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { isEncrypted } from './camera-address.js';
import { checkCamera } from './cameras-api.js';
import { checkResult, pictureOf } from './check-result.js';

/**
 * Opens a camera once and shows what is there. Set `question`, which returns what is asked without the certificate, or null if that is not
 * valid yet; and `pinned`, the fingerprint that the camera is known by, if any. Emits `found-picture` with an image.
 */
class CameraCheck extends PageElement {
  #accepted = null;

  show() {
    this.replaceChildren(html`
      <div class="row"><button type="button" class="button" @click="${() => this.#check()}">${icon('search')} ${t('cameras.check')}</button>
        <span class="quiet small grow"></span></div>
      <div data-found role="status"></div>`);
    this.isPossible = true;
  }

  /** The PEM of the certificate that the admin has accepted, or null. */
  get certificate() {
    return this.#accepted?.pem ?? null;
  }

  /** What was found is of another address. */
  forget() {
    this.#accepted = null;
    this.#found();
  }

  /** Passwords that the server has stored are not shown to it again by this page. */
  set isPossible(isPossible) {
    this.find('.button').disabled = !isPossible;
    this.find('.quiet').textContent = t(isPossible ? 'cameras.checkWhat' : 'cameras.checkStored');
  }

  #found(...nodes) {
    this.find('[data-found]').replaceChildren(...nodes);
  }

  async #check() {
    const asked = this.question();
    if (asked === null) {
      return;
    }
    this.#busy(true);
    this.#found(element`<p class="quiet"><span class="spinner"></span> ${t('cameras.checking')}</p>`);
    try {
      const question = this.certificate ? { ...asked, certificate: this.certificate } : asked;
      await this.#show(question, await checkCamera(question, this.signal));
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#found(element`<p class="problem">${error.message}</p>`);
      }
    } finally {
      this.#busy(false);
    }
  }

  async #show({ address }, answer) {
    const known = this.#accepted?.fingerprint ?? this.pinned;
    const isNew = answer.certificate && answer.certificate.fingerprint !== known && isEncrypted(address);
    this.#found(
      checkResult({ ...answer, certificate: isNew ? answer.certificate : null }, (certificate) => {
        this.#accepted = certificate;
        this.#check();
      }),
    );
    if (answer.picture) {
      this.emit('found-picture', await createImageBitmap(pictureOf(answer)));
    }
  }

  #busy(isBusy) {
    this.find('.button').disabled = isBusy;
    this.find('.button').classList.toggle('busy', isBusy);
  }
}

customElements.define('fl-camera-check', CameraCheck);
