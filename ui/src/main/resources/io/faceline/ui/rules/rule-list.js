import { confirmAction } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { icon, iconButton } from '../shared/icon.js';
import { routeAddress } from '../shared/router.js';
import { emptyState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { loadChoices } from './choices.js';
import { idleReason, wholeRule } from './rule-fields.js';
import { sentenceOf } from './rule-words.js';
import { listAll, remove, save } from './rules-api.js';
import { addLink, SectionPage } from './section-page.js';

const ADD = '#/rules/_add';

/** All rules as sentences. */
class RuleList extends SectionPage {
  #rules = [];
  #choices = null;

  get tools() {
    return [addLink(ADD, t('rules.add'))];
  }

  async load() {
    [this.#rules, this.#choices] = await Promise.all([listAll('rules', this.signal), loadChoices(this.signal)]);
    this.#render();
  }

  #render() {
    this.place(
      this.#rules.length === 0
        ? emptyState('rules', t('rules.none'), t('rules.noneWhat'), addLink(ADD, t('rules.add')))
        : element`<ul class="rule-list">${this.#rules.map((rule) => this.#item(rule))}</ul>`,
    );
  }

  #item(rule) {
    const idle = idleReason(rule);
    const item = element`<li class="card rule-card" data-idle="${idle ?? 'on'}">
      <div class="rule-text"><h2><a href="${routeAddress('rules', rule.id)}" dir="auto">${rule.name}</a></h2>
        <p class="rule-sentence" dir="auto">${sentenceOf(wholeRule(rule, rule.zone), this.#choices)}</p>
        <div class="row marks">${stateTag(rule, idle)}${rule.priority === 'HIGH' ? element`<span class="tag" data-tone="unknown">${t('rules.priority.HIGH')}</span>` : null}${rule.priority === 'LOW' ? element`<span class="tag">${t('rules.priority.LOW')}</span>` : null}</div></div>
      <div class="rule-tools"><label class="switch"><input type="checkbox" role="switch" checked="${rule.enabled}" aria-label="${t('rules.switch', { name: rule.name })}" @change="${(event) => this.#switch(rule, event.target)}"></label></div></li>`;
    item
      .querySelector('.rule-tools')
      .append(iconButton('trash', t('rules.delete', { name: rule.name }), () => this.#delete(rule)));
    return item;
  }

  async #switch(rule, input) {
    input.disabled = true;
    try {
      const changed = await save('rules', rule.id, { ...rule, enabled: input.checked });
      this.#rules = this.#rules.map((one) => (one.id === rule.id ? changed : one));
      toast(t(changed.enabled ? 'rules.nowOn' : 'rules.nowOff', { name: rule.name }));
    } catch (error) {
      toastError(error);
    }
    this.#render();
    this.find(`[aria-label="${CSS.escape(t('rules.switch', { name: rule.name }))}"]`)?.focus();
  }

  async #delete(rule) {
    if (await confirmAction(t('rules.deleteTitle'), t('rules.deleteWhat', { name: rule.name }), t('rules.deleteIt'))) {
      try {
        await remove('rules', rule.id);
        toast(t('rules.deleted', { name: rule.name }));
        await this.reload();
      } catch (error) {
        toastError(error);
      }
    }
  }
}

function stateTag(rule, idle) {
  if (idle === null) {
    return element`<span class="tag" data-tone="sure">${icon('check')} ${t('rules.on')}</span>`;
  }
  const text = {
    off: () => t('rules.off'),
    disabled: () => t('rules.disabled', { reason: rule.disabledBecause }),
    unusable: () => t('rules.unusable'),
  }[idle]();
  return element`<span class="tag wrap" data-tone="${idle === 'off' ? null : 'unsure'}">${text}</span>`;
}

customElements.define('fl-rule-list', RuleList);
