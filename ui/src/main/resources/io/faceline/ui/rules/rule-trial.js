import { subjectText } from '../alertwords/subjects.js';
import { momentText } from '../alertwords/times.js';
import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { busy } from './form-problems.js';
import { nameOf } from './rule-words.js';
import { tryRule } from './rules-api.js';

const SHOWN = 20;
const HOURS = [1, 8, 24];

/** What a rule would have said. Set `question`, which gives the rule or null, `choices` for names, and `onProblem`. */
class RuleTrial extends PageElement {
  show() {
    this.replaceChildren(html`
      <div class="row"><button type="button" class="button" @click="${() => this.#try()}">${t('rules.try')}</button>
        <label class="row">${t('rules.tryOf')} <select class="short" name="hours">${HOURS.map((hours) => element`<option value="${hours}">${t('rules.lastHours', { count: hours })}</option>`)}</select></label></div>
      <div role="status" data-answer></div>`);
  }

  /** Whether the rule can be tried. */
  set isPossible(isPossible) {
    this.find('button').disabled = !isPossible;
    this.find('[data-answer]').replaceChildren(
      ...(isPossible ? [] : [element`<p class="quiet small">${t('rules.notToTry')}</p>`]),
    );
  }

  async #try() {
    const rule = this.question();
    if (!rule) {
      return;
    }
    const button = this.find('button');
    busy(button, true);
    try {
      const answer = await tryRule(rule, Number(this.find('select').value), this.signal);
      this.find('[data-answer]').replaceChildren(this.#answer(answer, rule));
    } catch (error) {
      this.find('[data-answer]').replaceChildren();
      this.onProblem(error);
    } finally {
      busy(button, false);
    }
  }

  #answer({ alerts, tracks, isComplete }, rule) {
    const said = alerts.length === 0 ? t('rules.triedNone') : t('rules.tried', { count: alerts.length });
    return element`<div class="stack trial"><p><b>${said}</b> <span class="quiet small">${t('rules.triedOf', { count: tracks })}${isComplete ? '' : ` ${t('rules.triedPart')}`}</span></p>
      <ul>${alerts.slice(0, SHOWN).map((alert) => this.#alert(alert, rule))}</ul>
      ${alerts.length > SHOWN ? element`<p class="quiet small">${t('rules.triedMore', { count: alerts.length - SHOWN })}</p>` : null}</div>`;
  }

  #alert(alert, { zone }) {
    const { people, sources } = this.choices;
    const person = alert.person ? { id: alert.person, name: nameOf(people, alert.person) } : null;
    const where = alert.source ? nameOf(sources, alert.source) : '';
    return element`<li><span class="number quiet">${momentText(alert.firstSeen, zone, 'medium')}</span> <b dir="auto">${subjectText({ ...alert, person, sourceName: where })}</b> <span dir="auto">${where}</span></li>`;
  }
}

customElements.define('fl-rule-trial', RuleTrial);
