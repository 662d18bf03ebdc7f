import { SIGNS } from '../shared/faces.js';
import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { routeAddress } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { signOf } from './camera-looks.js';
import { clockText, delayText, rateText } from './camera-texts.js';
import { listTracks } from './cameras-api.js';
import './camera-picture.js';

const PEOPLE_SHOWN = 3;

/** A camera on the wall: a picture that lives, its state, and who was seen last. Set `watch`; opens the camera when pressed. */
class CameraTile extends PageElement {
  #look = null;

  show() {
    const { id } = this.watch.view;
    this.replaceChildren(html`
      <fl-camera-picture .watch="${this.watch}"></fl-camera-picture>
      <div class="camera-tile-body">
        <div class="camera-tile-head"><h2 class="cut"><a href="${routeAddress('cameras', id)}" dir="auto"></a></h2><span class="tag" data-state></span></div>
        <p class="quiet small number cut" data-figures></p>
        <ul class="camera-people" aria-label="${t('cameras.lastSeen')}"></ul>
      </div>`);
    this.listen(this, 'picture', () => this.refresh(this.isOnline));
    this.refresh(true);
    this.#loadPeople();
  }

  get look() {
    return this.#look;
  }

  /** @param isOnline whether the server can be reached */
  refresh(isOnline) {
    this.isOnline = isOnline;
    const { view } = this.watch;
    const kind = this.#look?.kind;
    this.#look = this.find('fl-camera-picture').refresh(isOnline);
    this.classList.toggle('alarm', this.#look.tone === 'unknown');
    this.name = view.name;
    setText(this.find('h2 a'), view.name);
    this.find('h2 a').title = view.name;
    this.find('[data-state]').dataset.tone = this.#look.tone;
    setText(this.find('[data-state]'), `${signOf(this.#look)} ${this.#look.title}`);
    setText(this.find('[data-figures]'), this.#figures());
    if (kind !== this.#look.kind) {
      this.showPeople();
    }
  }

  showFaces() {
    this.find('fl-camera-picture').showFaces();
  }

  showPeople() {
    const isLive = this.#look.kind === 'live';
    const people = this.watch.seen.list().slice(0, PEOPLE_SHOWN);
    this.find('.camera-people').replaceChildren(...people.map((one) => chip(one, isLive)));
  }

  #figures() {
    const { state } = this.watch.view;
    return this.#look.condition === 'LIVE' && state ? figuresText(state.figures) : '';
  }

  async #loadPeople() {
    try {
      this.watch.seen.add(...(await listTracks(this.watch.view.id, this.signal)));
      this.showPeople();
    } catch {
      // Who comes from now on is shown nevertheless.
    }
  }
}

/** What is not counted yet is left out. */
function figuresText(figures) {
  return [
    figures.framesPerSecond > 0 ? rateText(figures) : null,
    figures.delayMillis ? t('cameras.delay', { delay: delayText(figures) }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Nobody is said to be here by a camera that is away. */
function chip({ title, tone, lastAt, isHere }, isLive) {
  const when = isHere && isLive ? t('cameras.here') : clockText(lastAt);
  return element`<li class="tag" data-tone="${tone}"><span class="cut" title="${title}" dir="auto">${SIGNS[tone]} ${title}</span> <span class="number">${when}</span></li>`;
}

function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

customElements.define('fl-camera-tile', CameraTile);
