import { admin } from '../shared/admin.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { adminNeeded, signInButton } from './admin-needed.js';
import { CamerasFeed } from './cameras-feed.js';
import './camera-tile.js';

/** All cameras at a glance, ordered by name. */
class CameraWall extends PageElement {
  #feed = null;
  /** Of each camera, by its id. */
  #tiles = new Map();

  show() {
    this.replaceChildren(html`
      ${pageHeader('cameras', element`<span data-tools></span>`)}
      <p class="camera-summary quiet"></p><p class="problem" role="alert"></p>
      <div class="wall-place"></div>
      <p class="visually-hidden" role="status" data-announcement></p>`);
    this.#follow();
    this.every(1, () => this.#refresh());
    this.listen(document, 'visibilitychange', () => this.#refresh());
  }

  #place(...nodes) {
    this.find('.wall-place').replaceChildren(...nodes);
  }

  #follow() {
    this.#feed?.close();
    this.#tiles.clear();
    this.#place(loadingState());
    this.#feed = new CamerasFeed(
      {
        onList: () => this.#listed(),
        onEvent: (name, id) => this.#changed(name, id),
        onRefused: (error) => this.#place(adminNeeded(error, () => this.#follow())),
        onUnreachable: (error) => this.#place(errorState(error)),
      },
      this.signal,
    );
  }

  #changed(name, id) {
    const tile = this.#tiles.get(id);
    if (name === 'faces') {
      tile?.showFaces();
    } else if (name === 'track') {
      tile?.showPeople();
    } else if (!tile || name === 'deleted' || (name === 'camera' && tile.name !== tile.watch.view.name)) {
      this.#arrange();
    } else {
      tile?.refresh(this.#feed.isOnline);
    }
  }

  #listed() {
    this.#showTools();
    const { fileProblem } = this.#feed;
    this.find('.problem').textContent = fileProblem ? t('cameras.fileProblem', { problem: fileProblem }) : '';
    this.#arrange();
  }

  /** Shows a tile for each camera, in their order. Tiles that stay where they are keep their pictures and the focus. */
  #arrange() {
    const watches = this.#feed.watches.list();
    if (watches.length === 0) {
      this.#tiles.clear();
      this.#place(emptyState('cctv', t('cameras.none'), t('cameras.noneWhat')));
    } else {
      this.#arrangeTiles(watches);
    }
    this.#refresh();
  }

  /** Where everybody may look, only the admin may change. */
  #showTools() {
    this.find('[data-tools]').replaceChildren(
      admin.isSignedIn
        ? element`<a class="button primary" href="#/cameras/_add">${icon('plus')} ${t('cameras.add')}</a>`
        : signInButton(() => this.#follow()),
    );
  }

  #arrangeTiles(watches) {
    const wall = this.find('.wall') ?? element`<ul class="wall"></ul>`;
    if (!wall.isConnected) {
      this.#tiles.clear();
      this.#place(wall);
    }
    const ids = watches.map(({ view }) => view.id);
    for (const [id, tile] of this.#tiles) {
      if (!ids.includes(id)) {
        tile.closest('li').remove();
        this.#tiles.delete(id);
      }
    }
    watches.forEach((watch, i) => {
      const item = this.#item(watch);
      if (wall.children[i] !== item) {
        wall.insertBefore(item, wall.children[i] ?? null);
      }
    });
  }

  #item(watch) {
    const { id } = watch.view;
    if (!this.#tiles.has(id)) {
      const tile = element`<fl-camera-tile class="card camera-tile" .watch="${watch}"></fl-camera-tile>`;
      this.#tiles.set(id, tile);
      return element`<li>${tile}</li>`;
    }
    return this.#tiles.get(id).closest('li');
  }

  #refresh() {
    for (const tile of this.#tiles.values()) {
      const before = tile.look?.condition;
      tile.refresh(this.#feed.isOnline);
      this.#announce(tile, before);
    }
    this.#summarize();
  }

  /** Says it once when a camera goes or comes back. */
  #announce({ watch, look }, before) {
    const isNews =
      before !== undefined && before !== look.condition && (before === 'LIVE' || look.condition === 'LIVE');
    if (isNews) {
      this.find('[data-announcement]').textContent = t('cameras.announcement', {
        name: watch.view.name,
        state: look.title,
      });
    }
  }

  #summarize() {
    const looks = [...this.#tiles.values()].map(({ look }) => look);
    const live = looks.filter(({ tone }) => tone === 'sure').length;
    const off = looks.filter(({ kind }) => kind === 'off').length;
    const broken = looks.filter(({ kind, condition }) => kind === 'away' && condition !== 'CONNECTING').length;
    const parts = [
      t('cameras.countLive', { count: live }),
      broken > 0 ? t('cameras.countBroken', { count: broken }) : null,
      off > 0 ? t('cameras.countOff', { count: off }) : null,
    ];
    const text = looks.length === 0 ? '' : parts.filter(Boolean).join(' · ');
    const place = this.find('.camera-summary');
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }
}

customElements.define('fl-camera-wall', CameraWall);
