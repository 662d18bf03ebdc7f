import { admin } from '../shared/admin.js';
import { confirmAction, openDialog } from '../shared/dialogs.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { saveFile } from '../shared/save-file.js';
import { signInAsAdmin } from '../shared/sign-in.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { formatBytes, formatMoment, t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { getLetter, letterContent, listLetters, resendLetter, resendStage } from './letters-api.js';

/** What stages could not process: for the admin to look at, and to send again. */
class Letters extends PageElement {
  #items = [];
  #next = null;

  show() {
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/status" aria-label="${t('letters.back')}">${icon('back')}</a>
        <div class="grow"><h1>${t('letters.title')}</h1><p class="quiet">${t('letters.what')}</p></div><div class="row" data-tools></div></header>
      <div data-list></div>`);
    this.#load();
  }

  #place(...nodes) {
    this.find('[data-list]').replaceChildren(...nodes);
  }

  async #load() {
    if (!admin.isSignedIn) {
      const signIn = async () => (await signInAsAdmin()) && this.#load();
      this.#place(
        emptyState(
          'key',
          t('letters.adminOnly'),
          t('letters.adminOnlyWhat'),
          element`<button type="button" class="button primary" @click="${signIn}">${icon('key')} ${t('people.signIn')}</button>`,
        ),
      );
      return;
    }
    this.#place(loadingState());
    try {
      const { items, next } = await listLetters(null, this.signal);
      this.#items = items;
      this.#next = next;
      this.#render();
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#place(errorState(error, () => this.#load()));
      }
    }
  }

  #render() {
    this.#showTools();
    this.#place(
      this.#items.length === 0
        ? emptyState('check', t('letters.none'), t('letters.noneWhat'))
        : element`<ul class="letters">${this.#items.map((letter) => this.#item(letter))}</ul>`,
      this.#next
        ? element`<p class="row center more"><button type="button" class="button" @click="${() => this.#more()}">${t('people.more')}</button></p>`
        : '',
    );
  }

  /** A button for each stage of which something waits. */
  #showTools() {
    const stages = [
      ...new Set(this.#items.filter(({ maySend, resentAt }) => maySend && !resentAt).map(({ stage }) => stage)),
    ];
    this.find('[data-tools]').replaceChildren(
      ...stages.map(
        (stage) =>
          element`<button type="button" class="button" @click="${() => this.#resendAll(stage)}">${icon('undo')} ${t('letters.resendAll', { stage })}</button>`,
      ),
    );
  }

  #item(letter) {
    return element`<li><button type="button" class="card letter" @click="${() => this.#open(letter)}">
      <b>${t('letters.one', { stage: letter.stage, topic: letter.topic })}</b>
      <span class="quiet small">${formatMoment(letter.at)} · ${causeOf(letter)} · ${formatBytes(letter.bytes)}</span>
      ${stateOf(letter)}</button></li>`;
  }

  async #more() {
    try {
      const { items, next } = await listLetters(this.#next, this.signal);
      this.#items.push(...items);
      this.#next = next;
      this.#render();
    } catch (error) {
      toastError(error);
    }
  }

  async #open({ id }) {
    try {
      const letter = await getLetter(id);
      const dialog = openDialog(t('letters.one', { stage: letter.stage, topic: letter.topic }), [
        element`<div class="letter-view">${letterView(letter)}</div>`,
        element`<div class="row end">
          <button type="button" class="button" @click="${() => download(letter)}">${icon('download')} ${t('letters.download')}</button>
          ${letter.maySend ? element`<button type="button" class="button primary" @click="${() => this.#resend(letter, dialog)}">${icon('undo')} ${t('letters.resend')}</button>` : ''}</div>`,
      ]);
    } catch (error) {
      toastError(error);
    }
  }

  async #resend(letter, dialog) {
    const isMeant =
      !letter.resentAt || (await confirmAction(t('letters.again'), t('letters.againWhat'), t('letters.resend')));
    if (!isMeant) {
      return;
    }
    try {
      const sent = await resendLetter(letter);
      dialog.close();
      toast(t(sent ? 'letters.sent' : 'letters.sentSoon'));
      this.#items = this.#items.map((one) => (one.id === sent?.id ? sent : one));
      this.#render();
    } catch (error) {
      toastError(error);
    }
  }

  async #resendAll(stage) {
    if (
      await confirmAction(t('letters.resendAll', { stage }), t('letters.resendAllWhat', { stage }), t('letters.resend'))
    ) {
      try {
        const { sent } = await resendStage(stage);
        toast(t('letters.sentMany', { count: sent }));
        this.#load();
      } catch (error) {
        toastError(error);
      }
    }
  }
}

function stateOf({ resentAt, maySend }) {
  if (resentAt) {
    return element`<span class="tag" data-tone="sure">✓ ${t('letters.resentAt', { time: formatMoment(resentAt) })}</span>`;
  }
  return maySend ? '' : element`<span class="tag">${t('letters.notSendable')}</span>`;
}

function letterView(letter) {
  const { partition, offset, content } = letter;
  const facts = [
    ['at', formatMoment(letter.at)],
    ['cause', causeOf(letter)],
    ['message', letter.message],
    ['place', partition === null ? letter.topic : `${letter.topic} ${partition}:${offset}`],
    ['key', letter.key],
    ['frame', letter.frame],
    ['size', formatBytes(letter.bytes)],
  ].filter(([, value]) => value);
  return html`<dl class="alert-facts">${facts.map(
    ([name, value]) => element`<div><dt>${t(`letters.fact.${name}`)}</dt><dd>${value}</dd></div>`,
  )}</dl>
    <h3>${t(content.isWhole ? 'letters.content' : 'letters.contentBegin')}</h3>
    <pre class="letter-content" tabindex="0" role="region" aria-label="${t('letters.content')}">${content.shown || '–'}</pre>`;
}

/** Without the package of the class. */
function causeOf({ cause }) {
  return cause.slice(cause.lastIndexOf('.') + 1) || '–';
}

async function download(letter) {
  try {
    saveFile(await letterContent(letter.id), `dead-letter-${letter.id}.bin`);
  } catch (error) {
    toastError(error);
  }
}

customElements.define('fl-letters', Letters);
