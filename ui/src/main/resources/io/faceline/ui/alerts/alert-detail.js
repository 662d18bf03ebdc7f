import { adminNeeded } from '../alertwords/admin-needed.js';
import { listChip } from '../alertwords/list-chip.js';
import { subjectText } from '../alertwords/subjects.js';
import { listAllPeople } from '../people/people-api.js';
import { admin } from '../shared/admin.js';
import { confirmAction } from '../shared/dialogs.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toastError } from '../shared/toast.js';
import { askToAcknowledge, askWhoItIs, removeReference, takeBack } from './alert-actions.js';
import { AlertBell } from './alert-bell.js';
import { markTag, stateTag } from './alert-card.js';
import { followAlerts } from './alert-events.js';
import { alertFacts } from './alert-facts.js';
import { picturesOf, shotKey } from './alert-picture.js';
import { marksOf } from './alert-texts.js';
import { getAlert } from './alerts-api.js';
import { askToMute } from './mute-dialog.js';
import { SeenAlerts } from './seen-alerts.js';
import './alert-picture.js';

/** One alert large, kept up to date. Set `alertId`. */
class AlertDetail extends PageElement {
  #alert = null;
  #shots = '';
  #clockAhead = 0;
  #bell = new AlertBell();

  show() {
    this.#alert = null;
    this.#place(loadingState());
    this.#follow();
  }

  #follow() {
    followAlerts(
      {
        onAlert: (alert) => {
          this.#bell.ring(alert, Date.now() - this.#clockAhead);
          this.#take(alert);
        },
        onConnected: (clockAhead) => {
          this.#clockAhead = clockAhead;
          return this.#alert === null && this.#load();
        },
        onLost: (error) => error && this.#alert === null && this.#fail(error),
      },
      this.signal,
    );
  }

  async #load() {
    try {
      this.#take(await getAlert(this.alertId, this.signal));
      new SeenAlerts().add(this.alertId);
    } catch (error) {
      this.#fail(error);
    }
  }

  #place(...nodes) {
    this.replaceChildren(pageHeader('alerts'), ...nodes);
  }

  #fail(error) {
    if (this.signal.aborted) {
      return;
    }
    if (error.status === 401 || error.status === 403) {
      this.#place(adminNeeded(error, () => this.show()));
    } else {
      this.#place(errorState(error), element`<p class="row center"><a href="#/alerts">${t('alerts.back')}</a></p>`);
    }
  }

  #take(alert) {
    if (alert.id !== this.alertId || alert.revision < (this.#alert?.revision ?? 0)) {
      return;
    }
    this.#alert = alert;
    if (!this.find('.alert-detail')) {
      this.#shots = '';
      this.replaceChildren(html`
        <header class="page-head"><a class="icon-button" href="#/alerts" aria-label="${t('alerts.back')}">${icon('back')}</a>
          <div class="grow"><h1 class="long-name" dir="auto"></h1><p class="alert-marks"></p></div><div class="row" data-tools></div></header>
        <div class="alert-detail"><div class="alert-pictures large"></div><div class="stack" data-side></div></div>`);
    }
    this.#render(alert);
  }

  #render(alert) {
    this.find('h1').textContent = subjectText(alert);
    this.find('.alert-marks').replaceChildren(
      stateTag(alert),
      alert.list ? listChip(alert.list) : '',
      ...marksOf(alert).map(markTag),
    );
    if (this.#shots !== shotKey(alert)) {
      this.#shots = shotKey(alert);
      this.find('.alert-pictures').replaceChildren(...picturesOf(alert, true));
    }
    replaceKeepingFocus(this.find('[data-tools]'), this.#tools(alert));
    replaceKeepingFocus(this.find('[data-side]'), [this.#corrected(alert), alertFacts(alert)]);
  }

  #tools(alert) {
    if (!admin.isSignedIn || alert.subject === 'erased') {
      return [];
    }
    const onChange = (changed) => this.#take(changed);
    const button = (name, text, run, classes = '') =>
      element`<button type="button" class="button ${classes}" @click="${run}">${icon(name)} ${text}</button>`;
    return [
      alert.acknowledged
        ? ''
        : button('check', t('alerts.acknowledge'), () => askToAcknowledge(alert, onChange), 'primary'),
      alert.person && !alert.was
        ? button('notThem', t('alerts.notThem', { name: alert.person.name }), () => this.#correct(alert, onChange))
        : '',
      alert.muted || alert.state !== 'OPEN' ? '' : button('mute', t('alerts.mute'), () => askToMute(alert)),
    ];
  }

  async #correct(alert, onChange) {
    askWhoItIs(alert, await listAllPeople('shared').catch(() => []), onChange);
  }

  /** What can still be done about a wrong name. */
  #corrected(alert) {
    if (!alert.was || !admin.isSignedIn || alert.subject === 'erased') {
      return '';
    }
    const onChange = (changed) => this.#take(changed);
    const name = alert.wasPerson?.name ?? t('face.nameless');
    const remove = async () => {
      if (
        await confirmAction(t('alerts.removePhoto'), t('alerts.removePhotoWhat', { name }), t('alerts.removePhoto'))
      ) {
        await removeReference(alert, onChange).catch(toastError);
      }
    };
    return element`<section class="card card-body stack"><h2>${t('alerts.corrected')}</h2>
      <p>${t(alert.referencePicture ? 'alerts.blamed' : 'alerts.nothingBlamed', { name })}</p>
      <div class="row"><button type="button" class="button" @click="${() => takeBack(alert, onChange).catch(toastError)}">${icon('undo')} ${t('alerts.takeBack')}</button>
      ${alert.referencePicture ? element`<button type="button" class="button danger" @click="${remove}">${icon('trash')} ${t('alerts.removePhoto')}</button>` : ''}</div></section>`;
  }
}

customElements.define('fl-alert-detail', AlertDetail);
