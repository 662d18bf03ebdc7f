import { clockText } from '../alertwords/times.js';
import { element } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { routeAddress } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { listFailed, resend } from './rules-api.js';

const REFRESH_SECONDS = 5;

/** What could not be delivered to a receiver, with the reason, to send it again. Set `receiver` to its id. */
class FailedDeliveries extends PageElement {
  #shown = '[]';

  show() {
    this.every(REFRESH_SECONDS, () => this.#load());
  }

  async #load() {
    try {
      const failed = await listFailed(this.receiver, this.signal);
      if (JSON.stringify(failed) !== this.#shown) {
        this.#shown = JSON.stringify(failed);
        this.#render(failed);
      }
    } catch {
      // The next time tells.
    }
  }

  #render(failed) {
    const isOpen = this.find('details')?.open ?? false;
    this.replaceChildren(
      failed.length === 0
        ? ''
        : element`<details open="${isOpen}"><summary>${t('receivers.failed', { count: failed.length })}</summary>
          <ul class="failed">${failed.map((one) => this.#item(one))}</ul>
          <button type="button" class="button" @click="${() => this.#resend(null)}">${t('receivers.resendAll')}</button></details>`,
    );
  }

  #item({ alert, state, reason, changedAt }) {
    return element`<li><span class="grow"><a href="${routeAddress('alerts', alert)}">${t('receivers.alertOf', { time: clockText(changedAt) })}</a>
      <br><span class="problem">${t(`receivers.failed.${state === 'EXPIRED' ? 'EXPIRED' : 'SET_ASIDE'}`)}</span> <span class="quiet">${reason ?? ''}</span></span>
      <button type="button" class="button" @click="${() => this.#resend(alert)}">${t('receivers.resend')}</button></li>`;
  }

  async #resend(alert) {
    try {
      await resend(this.receiver, alert);
      toast(t('receivers.resent'));
    } catch (error) {
      toastError(error);
    }
  }
}

customElements.define('fl-failed-deliveries', FailedDeliveries);
