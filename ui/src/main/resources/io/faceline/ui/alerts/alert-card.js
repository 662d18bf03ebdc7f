import { listChip } from '../alertwords/list-chip.js';
import { subjectText, subjectTone } from '../alertwords/subjects.js';
import { SIGNS } from '../shared/faces.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { element, html } from '../shared/html.js';
import { iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { routeAddress } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { picturesOf, shotKey } from './alert-picture.js';
import { marksOf, similarityText, stateText, whenText, whereText } from './alert-texts.js';

/** One alert of the list. Set `alert`, `seen`, and `actions` {acknowledge, mute, correct}, or null for who may only look. */
class AlertCard extends PageElement {
  #shots = '';

  show() {
    this.replaceChildren(
      html`<div class="alert-pictures"></div><div class="alert-text"></div><div class="alert-actions"></div>`,
    );
    this.#shots = '';
    this.update(this.alert);
  }

  /** Shows a newer revision; what stays the same is not touched. */
  update(alert) {
    this.alert = alert;
    this.dataset.look = subjectTone(alert);
    this.dataset.state = alert.state;
    this.classList.toggle('urgent', alert.priority === 'HIGH' && alert.state === 'OPEN' && !alert.acknowledged);
    if (this.#shots !== shotKey(alert)) {
      this.#shots = shotKey(alert);
      this.find('.alert-pictures').replaceChildren(...picturesOf(alert));
    }
    const isFocused = this.find('h2 a')?.matches(':focus');
    this.find('.alert-text').replaceChildren(this.#texts(alert));
    if (isFocused) {
      this.find('h2 a').focus({ preventScroll: true });
    }
    replaceKeepingFocus(this.find('.alert-actions'), this.#buttons(alert));
  }

  #texts(alert) {
    const tone = subjectTone(alert);
    const why = [alert.ruleName ?? t('alerts.ruleGone'), similarityText(alert)].filter(Boolean).join(' · ');
    return html`
      <div class="alert-head"><h2><a href="${routeAddress('alerts', alert.id)}" dir="auto"><span aria-hidden="true">${SIGNS[tone]} </span>${subjectText(alert)}</a></h2>
        ${this.seen.has(alert.id) ? '' : element`<span class="unseen" role="img" aria-label="${t('alerts.unseen')}" title="${t('alerts.unseen')}"></span>`}
        ${alert.list ? listChip(alert.list) : ''}</div>
      <p class="alert-place"><span dir="auto">${whereText(alert)}</span> · <span class="number">${whenText(alert)}</span></p>
      <p class="quiet small" dir="auto">${why}</p>
      <p class="alert-marks">${stateTag(alert)}${marksOf(alert).map(markTag)}</p>`;
  }

  #buttons(alert) {
    if (!this.actions || alert.subject === 'erased') {
      return [];
    }
    const { acknowledge, correct, mute } = this.actions;
    return [
      alert.acknowledged ? null : iconButton('check', t('alerts.acknowledge'), () => acknowledge(alert)),
      alert.person && !alert.was
        ? iconButton('notThem', t('alerts.notThem', { name: alert.person.name }), () => correct(alert))
        : null,
      alert.muted || alert.state !== 'OPEN' ? null : iconButton('mute', t('alerts.mute'), () => mute(alert)),
    ].filter(Boolean);
  }
}

export function stateTag(alert) {
  return element`<span class="tag" data-state="${alert.state}">${stateText(alert)}</span>`;
}

export function markTag({ text, tone }) {
  return element`<span class="tag" data-tone="${tone}" dir="auto"><span class="cut">${text}</span></span>`;
}

customElements.define('fl-alert-card', AlertCard);
