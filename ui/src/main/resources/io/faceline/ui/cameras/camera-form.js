import { admin } from '../shared/admin.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { navigate, routeAddress } from '../shared/router.js';
import { errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { adminNeeded } from './admin-needed.js';
import { isEncrypted, takeApart } from './camera-address.js';
import { changesOf, DEFAULTS, definitionOf, newCamera, questionOf } from './camera-fields.js';
import { definitionIn, lookFields, placeFields, signInIn, takenFields } from './camera-form-fields.js';
import { addCamera, changeCamera, checkCamera, getCamera, newestPicture } from './cameras-api.js';
import { checkResult, pictureOf } from './check-result.js';
import './area-editor.js';
import './hours-fields.js';

/** A form that adds a camera, or changes one. Set `camera` to the id of the latter. */
class CameraForm extends PageElement {
  #view = null;
  /** Accepted by the admin: {fingerprint, pem}. */
  #certificate = null;
  /** Of the camera, and by how many degrees it is turned already. */
  #picture = null;

  show() {
    this.replaceChildren(loadingState());
    this.#load();
  }

  async #load() {
    if (!admin.isSignedIn) {
      this.replaceChildren(adminNeeded({}, () => this.show()));
      return;
    }
    try {
      this.#view = this.camera ? await getCamera(this.camera, this.signal) : null;
      this.#showForm();
      this.#loadPicture();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error) {
    if (error.status === 401 || error.status === 403) {
      this.replaceChildren(adminNeeded(error, () => this.show()));
    } else if (error.name !== 'AbortError') {
      this.replaceChildren(errorState(error, () => this.show()));
    }
  }

  get #back() {
    return this.camera ? routeAddress('cameras', this.camera) : '#/cameras';
  }

  get #form() {
    return this.find('form');
  }

  #showForm() {
    const definition = this.#view ? definitionOf(this.#view) : DEFAULTS;
    const isFixed = this.#view !== null && this.#view.origin !== 'API';
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="${this.#back}" aria-label="${t('cameras.back')}">${icon('back')}</a>
        <div class="grow"><h1 class="long-name" dir="auto">${this.#view ? t('cameras.changeTitle', { name: this.#view.name }) : t('cameras.add')}</h1>
        <p class="quiet">${this.#what(isFixed)}</p></div></header>
      ${isFixed ? null : this.#fields(definition)}`);
    if (!isFixed) {
      this.#listenToFields();
    }
  }

  #what(isFixed) {
    if (isFixed) {
      return t('cameras.ofFile');
    }
    return this.#view ? t('cameras.changeWhat') : t('cameras.addWhat');
  }

  #fields(definition) {
    return html`<form class="camera-form stack" autocomplete="off">
      <fieldset class="card card-body stack"><legend>${t('cameras.place')}</legend>${placeFields(definition, this.#view)}
        <div class="row"><button type="button" class="button" data-check>${icon('search')} ${t('cameras.check')}</button><span class="quiet small grow" data-check-what></span></div>
        <div data-checked role="status"></div></fieldset>
      <details class="card"><summary><h2>${t('cameras.taken')}</h2></summary><div class="card-body stack">${takenFields(definition)}</div></details>
      <details class="card"><summary><h2>${t('cameras.hours')}</h2></summary><div class="card-body stack"><fl-hours-fields class="stack" .hours="${definition.hours}"></fl-hours-fields></div></details>
      <details class="card"><summary><h2>${t('cameras.look')}</h2></summary><div class="card-body stack">${lookFields(definition)}</div></details>
      <details class="card"><summary><h2>${t('cameras.areas')}</h2></summary><div class="card-body stack"><fl-area-editor class="stack" .areas="${definition.ignored}"></fl-area-editor></div></details>
      <p class="problem" role="alert"></p>
      <div class="row"><button class="button primary">${t(this.#view ? 'cameras.save' : 'cameras.addIt')}</button><a class="button" href="${this.#back}">${t('action.cancel')}</a></div></form>`;
  }

  #listenToFields() {
    const form = this.#form;
    const { address, signIn, rotate, useSubstream } = form.elements;
    this.listen(form, 'submit', (event) => this.#submit(event));
    // A field that is not valid must be seen.
    form.addEventListener('invalid', ({ target }) => target.closest('details')?.setAttribute('open', ''), {
      capture: true,
      signal: this.signal,
    });
    this.listen(address, 'change', () => this.#split());
    this.listen(address, 'paste', () => setTimeout(() => this.#split()));
    this.listen(signIn, 'change', () => this.#adjust());
    this.listen(useSubstream, 'change', () => this.#adjust());
    this.listen(rotate, 'change', () => this.#showPicture());
    this.listen(this.find('[data-check]'), 'click', () => this.#check());
    this.#adjust();
  }

  /** User name and password of a pasted address go to their fields. */
  #split() {
    const { address, signIn, user, password } = this.#form.elements;
    const taken = takeApart(address.value);
    address.value = taken.address;
    if (taken.user) {
      signIn.value = 'password';
      user.value = taken.user;
      password.value = taken.password;
      toast(t(taken.isUnclear ? 'cameras.splitUnclear' : 'cameras.split'));
    }
    this.#adjust();
  }

  #adjust() {
    const { signIn, useSubstream, substream } = this.#form.elements;
    for (const part of this.querySelectorAll('[data-sign-in]')) {
      part.hidden = part.dataset.signIn !== signIn.value;
      for (const input of part.querySelectorAll('input')) {
        input.disabled = part.hidden;
      }
    }
    substream.required = useSubstream.checked;
    const isStored = signIn.value === 'keep' || signIn.value === 'secret';
    this.find('[data-check]').disabled = isStored;
    this.find('[data-check-what]').textContent = t(isStored ? 'cameras.checkStored' : 'cameras.checkWhat');
  }

  #definition() {
    return {
      ...definitionIn(this.#form.elements),
      hours: this.find('fl-hours-fields').value,
      ignored: this.find('fl-area-editor').areas,
    };
  }

  async #check() {
    const { address } = this.#form.elements;
    if (!address.reportValidity()) {
      return;
    }
    this.#split();
    this.#busy('[data-check]', true);
    this.find('[data-checked]').replaceChildren(
      element`<p class="quiet"><span class="spinner"></span> ${t('cameras.checking')}</p>`,
    );
    try {
      const question = questionOf(this.#definition(), signInIn(this.#form.elements), this.#certificate?.pem ?? null);
      this.#checked(await checkCamera(question, this.signal));
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.find('[data-checked]').replaceChildren(element`<p class="problem">${error.message}</p>`);
      }
    } finally {
      this.#busy('[data-check]', false);
    }
  }

  async #checked(answer) {
    const isNew = answer.certificate && answer.certificate.fingerprint !== this.#acceptedFingerprint;
    const shown = isNew && isEncrypted(this.#form.elements.address.value) ? answer : { ...answer, certificate: null };
    this.find('[data-checked]').replaceChildren(checkResult(shown, (certificate) => this.#accept(certificate)));
    if (answer.picture) {
      this.#picture = { bitmap: await createImageBitmap(pictureOf(answer)), turned: 0 };
      this.#showPicture();
    }
  }

  get #acceptedFingerprint() {
    return this.#certificate?.fingerprint ?? this.#view?.certificate?.fingerprint;
  }

  #accept(certificate) {
    this.#certificate = certificate;
    this.#check();
  }

  async #loadPicture() {
    if (!this.#view?.preview || this.#view.origin !== 'API') {
      return;
    }
    try {
      const { blob } = await newestPicture(this.camera, this.signal);
      this.#picture = { bitmap: await createImageBitmap(blob), turned: this.#view.rotate };
      this.#showPicture();
    } catch {
      // Areas can be given as numbers.
    }
  }

  #showPicture() {
    if (this.#picture) {
      const turn = Number(this.#form.elements.rotate.value) - this.#picture.turned;
      this.find('fl-area-editor').setPicture(this.#picture.bitmap, (turn + 360) % 360);
    }
  }

  async #submit(event) {
    event.preventDefault();
    this.#split();
    this.find('.problem[role=alert]').textContent = '';
    this.#busy('.primary', true);
    try {
      const view = await this.#save();
      toast(t(this.#view ? 'cameras.saved' : 'cameras.added', { name: view.name }));
      navigate('cameras', view.id);
    } catch (error) {
      this.find('.problem[role=alert]').textContent = error.message;
    } finally {
      this.#busy('.primary', false);
    }
  }

  #save() {
    const definition = this.#definition();
    const signIn = signInIn(this.#form.elements);
    const certificate = this.#certificate?.pem ?? null;
    return this.#view
      ? changeCamera(this.camera, changesOf(this.#view, definition, signIn, certificate))
      : addCamera(newCamera(definition, signIn, certificate));
  }

  #busy(selector, isBusy) {
    const button = this.find(selector);
    if (button) {
      button.disabled = isBusy;
      button.classList.toggle('busy', isBusy);
    }
  }
}

customElements.define('fl-camera-form', CameraForm);
