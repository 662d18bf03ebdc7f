import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { formatNumber, t } from '../shared/strings.js';

const REFRESH_SECONDS = 0.5;

/** Frame rates and delay of the live page. Set `frames` (a LiveFrames). */
class LiveStats extends PageElement {
  show() {
    this.replaceChildren(
      html`<dl class="figures">${Object.entries(this.#texts()).map(
        ([name, text]) =>
          html`<div><dt>${t(`live.${name}`)}</dt><dd class="number" data-stat="${name}">${text}</dd></div>`,
      )}</dl>`,
    );
    this.every(REFRESH_SECONDS, () => this.#refresh());
  }

  #refresh() {
    for (const [name, text] of Object.entries(this.#texts())) {
      this.find(`[data-stat=${name}]`).textContent = text;
    }
  }

  #texts() {
    const { shown, recognized, delays, dropped, skipped } = this.frames;
    const delay = delays.quantile(0.5);
    return {
      shown: formatNumber(shown.perSecond),
      recognized: formatNumber(recognized.perSecond),
      delay: Number.isNaN(delay) ? '–' : t('unit.ms', { value: Math.round(delay) }),
      dropped: `${formatNumber(skipped)} / ${formatNumber(dropped)}`,
    };
  }
}

customElements.define('fl-live-stats', LiveStats);
