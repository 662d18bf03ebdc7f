import { admin } from '../shared/admin.js';
import { Problem } from '../shared/api.js';
import { confirmAction } from '../shared/dialogs.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { navigate, routeAddress } from '../shared/router.js';
import { errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { adminNeeded } from './admin-needed.js';
import { ownPage } from './camera-address.js';
import { cameraAdvice, cameraNotices } from './camera-advice.js';
import { cameraFigures } from './camera-figures.js';
import { signOf } from './camera-looks.js';
import { cameraPeople } from './camera-people.js';
import { changeCamera, deleteCamera, listTracks, tryCamera } from './cameras-api.js';
import { CamerasFeed } from './cameras-feed.js';
import './camera-picture.js';

/** One camera large: its picture, what it does and what to do about that, its figures, and who was seen. Set `camera` to its id. */
class CameraDetail extends PageElement {
  #feed = null;
  #condition = null;
  /** What is shown, by place, as text: a part is replaced only if it changes. */
  #shown = new Map();

  show() {
    this.#follow();
    this.every(1, () => this.#refresh());
    this.listen(document, 'visibilitychange', () => this.#refresh());
  }

  #follow() {
    this.#place(loadingState());
    this.#feed = new CamerasFeed(
      {
        onList: () => this.#listed(),
        onEvent: (name, id) => id === this.camera && this.#changed(name),
        onRefused: (error) => this.#place(adminNeeded(error, () => this.#follow())),
        onUnreachable: (error) => this.#fail(error),
      },
      this.signal,
    );
  }

  /** Instead of the camera. */
  #place(...nodes) {
    this.replaceChildren(pageHeader('cameras'), ...nodes);
  }

  #fail(error) {
    this.#place(errorState(error), html`<p class="row center"><a href="#/cameras">${t('cameras.back')}</a></p>`);
  }

  get #watch() {
    return this.#feed.watches.get(this.camera);
  }

  #listed() {
    if (!this.#watch) {
      this.#fail(new Problem(404, 'NO_SUCH_CAMERA', ''));
      return;
    }
    if (!this.find('fl-camera-picture')) {
      this.#showCamera();
      this.#loadPeople();
    }
    this.#refresh();
  }

  #changed(name) {
    if (name === 'faces') {
      this.find('fl-camera-picture')?.showFaces();
    } else if (name === 'deleted') {
      this.#fail(new Problem(404, 'NO_SUCH_CAMERA', ''));
    } else {
      this.#refresh();
    }
  }

  #showCamera() {
    this.#shown.clear();
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/cameras" aria-label="${t('cameras.back')}">${icon('back')}</a>
        <div class="grow"><h1 class="long-name" dir="auto" data-name></h1><p class="quiet row" data-state></p></div><div class="row" data-tools></div></header>
      <div class="camera-detail">
        <fl-camera-picture class="large card" .watch="${this.#watch}"></fl-camera-picture>
        <div class="camera-side stack"><div data-advice></div><div data-notices></div><div data-people></div></div>
        <div class="camera-figures" data-figures></div>
      </div>
      <p class="visually-hidden" role="status" data-announcement></p>`);
    this.listen(this.find('fl-camera-picture'), 'picture', () => this.#refresh());
  }

  #refresh() {
    if (!this.#watch || !this.find('fl-camera-picture')) {
      return;
    }
    const { view, seen } = this.#watch;
    const look = this.find('fl-camera-picture').refresh(this.#feed.isOnline);
    const isCurrent = view.state && !['UNREAD', 'LOST', 'DISABLED'].includes(look.condition);
    this.#part('name', view.name, () => [view.name]);
    this.#part('state', look, () => [stateTag(look), fixedNote(view)]);
    this.#part('tools', [view.enabled, view.origin, view.address, admin.isSignedIn], () => [this.#tools(view)]);
    this.#part('advice', [look, view.state?.nextTryAt, view.state?.redirectedTo], () => [cameraAdvice(view, look)]);
    this.#part('notices', isCurrent && view.state.notices, () => [isCurrent ? cameraNotices(view.state) : '']);
    this.#part('people', [seen.list(), look.kind], () => [cameraPeople(seen.list(), look.kind === 'live')]);
    this.#part('figures', isCurrent && [view.state.figures, view.state.since], () => [
      isCurrent ? cameraFigures(view.state) : '',
    ]);
    this.#announce(look);
  }

  #part(name, shown, render) {
    const text = JSON.stringify(shown);
    if (this.#shown.get(name) !== text) {
      this.#shown.set(name, text);
      replaceKeepingFocus(this.find(`[data-${name}]`), render());
    }
  }

  #announce({ condition, title }) {
    if (this.#condition !== null && this.#condition !== condition) {
      this.find('[data-announcement]').textContent = title;
    }
    this.#condition = condition;
  }

  #tools({ enabled, origin, address }) {
    const page = ownPage(address);
    const mayChange = admin.isSignedIn && origin === 'API';
    return html`
      ${mayChange ? html`<button type="button" class="button" @click="${() => this.#change({ enabled: !enabled })}">${icon(enabled ? 'pause' : 'play')} ${t(enabled ? 'cameras.pause' : 'cameras.resume')}</button>` : null}
      ${admin.isSignedIn && enabled ? html`<button type="button" class="button" @click="${() => this.#try()}">${icon('undo')} ${t('cameras.tryNow')}</button>` : null}
      ${page ? html`<a class="button" href="${page}" target="_blank" rel="noopener noreferrer">${icon('open')} ${t('cameras.ownPage')}</a>` : null}
      ${mayChange ? html`<a class="button" href="${routeAddress('cameras', this.camera, 'change')}">${icon('edit')} ${t('cameras.change')}</a>` : null}
      ${mayChange ? html`<button type="button" class="button danger" @click="${() => this.#delete()}">${icon('trash')} ${t('cameras.delete')}</button>` : null}`;
  }

  async #change(changes) {
    try {
      this.#feed.watches.replace(await changeCamera(this.camera, changes));
      this.#refresh();
    } catch (error) {
      toastError(error);
    }
  }

  async #try() {
    try {
      await tryCamera(this.camera);
      toast(t('cameras.trying'));
    } catch (error) {
      toastError(error);
    }
  }

  async #delete() {
    const { name } = this.#watch.view;
    if (
      await confirmAction(t('cameras.deleteTitle', { name }), t('cameras.deleteWhat', { name }), t('cameras.delete'))
    ) {
      try {
        await deleteCamera(this.camera);
        toast(t('cameras.deleted', { name }));
        navigate('cameras');
      } catch (error) {
        toastError(error);
      }
    }
  }

  async #loadPeople() {
    try {
      this.#watch.seen.add(...(await listTracks(this.camera, this.signal)));
      this.#refresh();
    } catch (error) {
      toastError(error);
    }
  }
}

function stateTag(look) {
  return element`<span class="tag" data-tone="${look.tone}">${signOf(look)} ${look.title}</span>`;
}

function fixedNote({ origin }) {
  return origin === 'FILE' ? element`<span class="small">${t('cameras.ofFile')}</span>` : '';
}

customElements.define('fl-camera-detail', CameraDetail);
