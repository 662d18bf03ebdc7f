import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { number, t } from '../shared/strings.js';

const LOOK_EVERY_SECONDS = 0.5;

/** How fast a camera is shown and recognized, and how old answers are. Set `frames` (a LiveFrames). */
class LiveFigures extends PageElement {
  show() {
    this.replaceChildren(html`<dl class="figures">${Object.entries(this.#texts()).map(([name, text]) =>
      html`<div><dt>${t(`live.${name}`)}</dt><dd class="number" data-figure="${name}">${text}</dd></div>`)}</dl>`);
    this.every(LOOK_EVERY_SECONDS, () => this.#look());
  }

  #look() {
    for (const [name, text] of Object.entries(this.#texts())) {
      this.find(`[data-figure=${name}]`).textContent = text;
    }
  }

  #texts() {
    const { shown, recognized, delays, dropped, skipped } = this.frames;
    const delay = delays.at(0.5);
    return {
      shown: number(shown.perSecond),
      recognized: number(recognized.perSecond),
      delay: Number.isNaN(delay) ? '–' : t('unit.ms', { value: Math.round(delay) }),
      dropped: `${number(skipped)} / ${number(dropped)}`,
    };
  }
}

customElements.define('fl-live-figures', LiveFigures);
