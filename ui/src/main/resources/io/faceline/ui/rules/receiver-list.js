import { clockText } from '../alertwords/times.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pause } from '../shared/pause.js';
import { routeAddress } from '../shared/router.js';
import { emptyState } from '../shared/states.js';
import { formatDuration, t } from '../shared/strings.js';
import { toastError } from '../shared/toast.js';
import { busy } from './form-problems.js';
import { clockAhead, stateOf } from './receiver-fields.js';
import { nameOf } from './rule-words.js';
import { getOne, listAll, testReceiver } from './rules-api.js';
import { addLink, SECTIONS, SectionPage } from './section-page.js';
import './failed-deliveries.js';

const ADD = `${SECTIONS.receivers}/_add`;
const REFRESH_SECONDS = 5;
const TEST_SECONDS = 30;
const TONES = { up: 'sure', down: 'unknown', disabled: 'unsure', off: null, untried: null };

/** All receivers, and how they do. */
class Receivers extends SectionPage {
  get section() {
    return 'receivers';
  }

  get tools() {
    return [addLink(ADD, t('receivers.new'))];
  }

  async load() {
    const [receivers, rules] = await Promise.all([listAll('receivers', this.signal), listAll('rules', this.signal)]);
    this.place(
      receivers.length === 0
        ? emptyState('bell', t('receivers.none'), t('receivers.noneWhat'), addLink(ADD, t('receivers.new')))
        : element`<ul class="rule-list">${receivers.map(
            (receiver) =>
              element`<li><fl-receiver-card class="card receiver-card" .receiver="${receiver}" .rules="${rules}"></fl-receiver-card></li>`,
          )}</ul>`,
    );
  }
}

/** A receiver: where, what it is told, whether it is reached, a test, and what failed. Set `receiver` and `rules`. */
class ReceiverCard extends PageElement {
  show() {
    const { id, name, target } = this.receiver;
    this.replaceChildren(html`
      <div class="rule-text"><h2><a href="${routeAddress('rules', '_receivers', id)}" dir="auto">${name}</a></h2>
        <p class="quiet cut">${t(`receivers.kind.${target.kind === 'mqtt' ? 'mqtt' : 'webhook'}`)} · ${target.url ?? ''}</p>
        <p>${this.#told()}</p><div class="stack" data-state></div></div>
      <div class="row"><button type="button" class="button" data-test @click="${() => this.#test()}">${icon('bell')} ${t('receivers.test')}</button></div>
      <p role="status" data-tested></p>
      <fl-failed-deliveries .receiver="${id}"></fl-failed-deliveries>`);
    this.#showState();
    this.every(REFRESH_SECONDS, () => this.#refresh());
  }

  #told() {
    const { rules, content } = this.receiver;
    const which =
      rules.length === 0
        ? t('receivers.allRules')
        : t('receivers.ofRules', { names: rules.map((rule) => nameOf(this.rules, rule)).join(', ') });
    return `${which} ${t(`receivers.gets.${['NAMES', 'PICTURES'].includes(content) ? content : 'IDS'}`)}`;
  }

  #showState() {
    const state = stateOf(this.receiver);
    const { status, disabledBecause } = this.receiver;
    const ahead = clockAhead(this.receiver);
    const lines = [
      state === 'disabled' ? disabledBecause : null,
      state === 'down'
        ? t('receivers.downSince', { reason: status.reason ?? '', time: clockText(status.since) })
        : null,
      ahead === null
        ? null
        : t(ahead > 0 ? 'receivers.clockAhead' : 'receivers.clockBehind', { span: formatDuration(Math.abs(ahead)) }),
    ].filter(Boolean);
    const marks = element`<div class="row"><span class="tag" data-tone="${TONES[state]}">${t(`receivers.state.${state}`)}</span>
      ${status?.waiting > 0 ? element`<span class="tag">${t('receivers.waiting', { count: status.waiting })}</span>` : null}</div>`;
    this.find('[data-state]').replaceChildren(marks, ...lines.map((line) => element`<p class="problem">${line}</p>`));
  }

  async #refresh() {
    try {
      const receiver = await getOne('receivers', this.receiver.id, this.signal);
      if (JSON.stringify(receiver) !== JSON.stringify(this.receiver)) {
        this.receiver = receiver;
        this.#showState();
      }
    } catch {
      // The next time tells; changes of it say what is wrong.
    }
  }

  async #test() {
    const button = this.find('[data-test]');
    busy(button, true);
    this.find('[data-tested]').replaceChildren(t('receivers.testing'));
    try {
      const text = await this.#result(await testReceiver(this.receiver.id));
      this.find('[data-tested]').replaceChildren(
        text === null ? t('receivers.noResult') : element`<b>${t('receivers.tested')}</b>`,
        text === null ? '' : ` ${text}`,
      );
      this.#showState();
    } catch (error) {
      this.find('[data-tested]').replaceChildren();
      toastError(error);
    } finally {
      busy(button, false);
    }
  }

  /** What came of a test; null if nothing has come for long. */
  async #result(request) {
    const end = Date.now() + TEST_SECONDS * 1000;
    while (Date.now() < end && !this.signal.aborted) {
      this.receiver = await getOne('receivers', this.receiver.id, this.signal);
      const { status } = this.receiver;
      if (status?.testRequest === request) {
        return status.test ?? '';
      }
      await pause(0.5, this.signal);
    }
    return null;
  }
}

customElements.define('fl-receivers', Receivers);
customElements.define('fl-receiver-card', ReceiverCard);
