import { admin } from '../shared/admin.js';
import { html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { navigate, routeAddress } from '../shared/router.js';
import { errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { adminNeeded } from './admin-needed.js';
import { changesOf, DEFAULTS, definitionOf, newCamera, questionOf } from './camera-fields.js';
import {
  adjustFields,
  definitionIn,
  lookFields,
  placeFields,
  signInIn,
  splitAddress,
  takenFields,
} from './camera-form-fields.js';
import { addCamera, changeCamera, getCamera, newestPicture } from './cameras-api.js';
import './area-editor.js';
import './camera-check.js';
import './hours-fields.js';

/** A form that adds a camera, or changes one. Set `camera` to the id of the latter. */
class CameraForm extends PageElement {
  #view = null;
  /** Degrees by which the picture is turned, as the form says. */
  #rotate = 0;
  /** Of the camera, and by how many degrees it is turned already. */
  #picture = null;

  show() {
    this.#place(loadingState());
    this.#load();
  }

  async #load() {
    if (!admin.isSignedIn) {
      this.#place(adminNeeded({}, () => this.show()));
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

  /** Instead of the form. */
  #place(...nodes) {
    this.replaceChildren(pageHeader('cameras'), ...nodes);
  }

  #fail(error) {
    if (error.status === 401 || error.status === 403) {
      this.#place(adminNeeded(error, () => this.show()));
    } else if (error.name !== 'AbortError') {
      this.#place(errorState(error, () => this.show()));
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
    this.#rotate = definition.rotate;
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
        <fl-camera-check class="stack" .question="${() => this.#question()}" .pinned="${this.#view?.certificate?.fingerprint}"></fl-camera-check></fieldset>
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
    this.listen(address, 'change', () => this.#moved());
    this.listen(address, 'paste', () => setTimeout(() => this.#split()));
    this.listen(signIn, 'change', () => this.#adjust());
    this.listen(useSubstream, 'change', () => this.#adjust());
    this.listen(rotate, 'change', () => this.#turn());
    this.listen(this, 'found-picture', ({ detail }) => this.#showPicture({ bitmap: detail, turned: 0 }));
    this.#adjust();
  }

  /** What another camera showed says nothing of this one. */
  #moved() {
    this.#split();
    this.find('fl-camera-check').forget();
  }

  #split() {
    const taken = splitAddress(this.#form.elements);
    if (taken.user) {
      toast(t(taken.isUnclear ? 'cameras.splitUnclear' : 'cameras.split'));
    }
    this.#adjust();
  }

  #adjust() {
    adjustFields(this.#form);
    const { value } = this.#form.elements.signIn;
    this.find('fl-camera-check').isPossible = value !== 'keep' && value !== 'secret';
  }

  #definition() {
    return {
      ...definitionIn(this.#form.elements),
      hours: this.find('fl-hours-fields').value,
      ignored: this.find('fl-area-editor').areas,
    };
  }

  /** What a check asks; null if the address is not valid. */
  #question() {
    this.#split();
    const { address } = this.#form.elements;
    return address.reportValidity() ? questionOf(this.#definition(), signInIn(this.#form.elements)) : null;
  }

  async #loadPicture() {
    if (!this.#view?.preview || this.#view.origin !== 'API') {
      return;
    }
    try {
      const { blob } = await newestPicture(this.camera, this.signal);
      this.#showPicture({ bitmap: await createImageBitmap(blob), turned: this.#view.rotate });
    } catch {
      // Areas can be given as numbers.
    }
  }

  #turn() {
    const degrees = Number(this.#form.elements.rotate.value);
    this.find('fl-area-editor').turn((degrees - this.#rotate + 360) % 360);
    this.#rotate = degrees;
    this.#showPicture();
  }

  #showPicture(picture = this.#picture) {
    this.#picture = picture;
    if (picture) {
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
    const { certificate } = this.find('fl-camera-check');
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
