import { zoneHere } from '../shared/day-spans.js';
import { confirmAction } from '../shared/dialogs.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { currentRoute, navigate } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { loadChoices } from './choices.js';
import { textField } from './form-fields.js';
import { busy, forgetProblems, revealInvalid, sayAt, showProblem } from './form-problems.js';
import { NO_PRESET, PRESET, presetChoice, presetNotes } from './preset-choice.js';
import { idleReason, isUsualSure, mayTry, usualSure, wholeRule } from './rule-fields.js';
import { moreFields, PART_FIELDS } from './rule-parts.js';
import { ruleIn } from './rule-reading.js';
import { PARTS, phrasesOf, receiversOf, templateOf } from './rule-words.js';
import { getOne, listPresets, remove, save } from './rules-api.js';
import { SECTIONS, SectionPage } from './section-page.js';
import './rule-trial.js';

/** A rule as a sentence whose parts are changed. `which` is the id of a rule, or null for a new one. */
class RuleForm extends SectionPage {
  #rule = null;
  #choices = null;
  /** That the rule begins with; null for none. */
  #preset = null;
  #kind = '';

  async load() {
    const asked = currentRoute().query.get(PRESET);
    if (!this.which && !asked) {
      this.placeForm(t('rules.add'), t('rules.addWhat'), presetChoice(await listPresets(this.signal)));
      return;
    }
    const [known, presets, choices] = await Promise.all([
      this.which ? getOne('rules', this.which, this.signal) : null,
      listPresets(this.signal),
      loadChoices(this.signal),
    ]);
    this.#choices = choices;
    this.#preset = known || asked === NO_PRESET ? null : (presets.find(({ id }) => id === asked) ?? null);
    this.#rule = wholeRule(known ?? this.#preset?.rule ?? {}, zoneHere());
    this.#showForm(presets.find(({ id }) => id === this.#rule.preset));
  }

  get #form() {
    return this.find('form');
  }

  #showForm(preset) {
    const rule = this.#rule;
    this.placeForm(
      this.which ? rule.name : t('rules.add'),
      t('rules.formWhat'),
      this.#idleNote() ?? '',
      preset ? (presetNotes(preset) ?? '') : '',
      html`<form class="rule-form stack" autocomplete="off">
        <section class="card card-body stack">${textField('name', t('rules.field.name'), rule.name, { required: true })}
          <p class="sentence"></p>
          ${PARTS.map((part) => element`<fieldset class="part stack" data-part="${part}" id="part-${part}" hidden><legend>${t(`rules.part.${part}`)}</legend>${PART_FIELDS[part](rule, this.#choices)}</fieldset>`)}</section>
        <details class="card"><summary><h2>${t('rules.more')}</h2></summary><div class="card-body stack">${moreFields(rule, this.#choices)}</div></details>
        <section class="card card-body"><fl-rule-trial class="stack" .question="${() => this.#question()}" .choices="${this.#choices}" .onProblem="${(error) => showProblem(this.#form, error)}"></fl-rule-trial></section>
        <p class="problem" role="alert"></p>
        <div class="row"><button class="button primary">${t(this.which ? 'rules.save' : 'rules.addIt')}</button><a class="button" href="${SECTIONS.rules}">${t('action.cancel')}</a>
          ${this.which ? element`<button type="button" class="button danger push" @click="${() => this.#delete()}">${icon('trash')} ${t('rules.deleteIt')}</button>` : null}</div></form>`,
    );
    this.#kind = this.#form.elements['who.kind'].value;
    for (const path of this.#preset?.fill.filter((one) => !one.startsWith('where.')) ?? []) {
      // Without it, the rule would say something else than the preset.
      this.#form.elements[path]?.setAttribute?.('required', '');
    }
    this.#listenToFields();
    this.#adjust();
  }

  #idleNote() {
    const idle = this.which ? idleReason(this.#rule) : null;
    if (idle !== 'disabled' && idle !== 'unusable') {
      return null;
    }
    const text =
      idle === 'disabled' ? t('rules.disabled', { reason: this.#rule.disabledBecause }) : t('rules.unusable');
    return element`<p class="card card-body problem">${text}</p>`;
  }

  #listenToFields() {
    const form = this.#form;
    this.listen(form, 'submit', (event) => this.#submit(event));
    this.listen(form, 'input', () => this.#adjust());
    this.listen(form, 'change', () => this.#adjust());
    this.listen(form, 'reveal', ({ detail }) => this.#open(detail));
    revealInvalid(form, this.signal);
  }

  /** Shows the fields of the kind of rule, and says the sentence anew. */
  #adjust() {
    const form = this.#form;
    const kind = form.elements['who.kind'].value;
    this.#showFieldsOf(kind);
    if (kind !== this.#kind) {
      this.#follow(kind);
    }
    form.querySelector('[data-unless]').hidden = form.elements['quiet.unlessSeen'].value === '';
    const rule = ruleIn(form, this.#rule);
    this.#say(rule);
    const trial = this.find('fl-rule-trial');
    if (trial.dataset.possible !== String(mayTry(rule))) {
      trial.dataset.possible = String(mayTry(rule));
      trial.isPossible = mayTry(rule);
    }
  }

  #showFieldsOf(kind) {
    for (const node of this.#form.querySelectorAll('[data-kinds]')) {
      node.hidden = !node.dataset.kinds.split(' ').includes(kind);
    }
    for (const input of this.#form.querySelectorAll('.part :is(input, select)')) {
      input.disabled = input.closest('[data-kinds][hidden]') !== null;
    }
  }

  /** Of another kind, how sure it must be is as usual there, unless somebody has changed it. */
  #follow(kind) {
    const { sure } = ruleIn(this.#form, this.#rule);
    if (isUsualSure(sure, this.#kind)) {
      const usual = usualSure(kind);
      for (const name of ['afterSeconds', 'goodLooks', 'matches']) {
        this.#form.elements[`sure.${name}`].value = usual[name];
      }
    }
    this.#kind = kind;
  }

  /** The sentence, whose parts are buttons that open their fields. */
  #say(rule) {
    const phrases = phrasesOf(rule, this.#choices);
    const template = t(templateOf(rule));
    const shape = template.split(/[{}]/);
    const place = this.find('.sentence');
    if (place.dataset.template !== template) {
      place.dataset.template = template;
      place.replaceChildren(...shape.map((text, i) => (i % 2 === 0 ? text : this.#phrase(text))));
    }
    for (const node of place.querySelectorAll('[data-phrase]')) {
      node.firstChild.data = phrases[node.dataset.phrase];
    }
  }

  #phrase(part) {
    if (!PARTS.includes(part)) {
      return element`<span data-phrase="${part}">${' '}</span>`;
    }
    const isOpen = this.find(`#part-${part}`)?.hidden === false;
    return element`<button type="button" class="phrase" data-phrase="${part}" aria-expanded="${String(isOpen)}" aria-controls="part-${part}" @click="${() => this.#toggle(part)}">${' '}</button>`;
  }

  #toggle(part) {
    this.#open(this.find(`#part-${part}`).hidden ? part : null);
  }

  #open(opened) {
    for (const part of PARTS) {
      this.find(`#part-${part}`).hidden = part !== opened;
      this.find(`[data-phrase=${part}]`)?.setAttribute('aria-expanded', String(part === opened));
    }
  }

  /** The rule to try; null if a field is not valid. */
  #question() {
    forgetProblems(this.#form);
    if (!this.#isPlaced()) {
      return null;
    }
    const { name } = this.#form.elements;
    name.required = false;
    const isValid = this.#form.reportValidity();
    name.required = true;
    return isValid
      ? asSent({ ...ruleIn(this.#form, this.#rule), name: name.value.trim() || t('rules.add'), id: undefined })
      : null;
  }

  /** A preset may want a place; which kind of place is up to who knows the house. */
  #isPlaced() {
    const wantsPlace = this.#preset?.fill.some((path) => path.startsWith('where.'));
    const { sources, groups, jobs } = ruleIn(this.#form, this.#rule).where;
    if (wantsPlace && sources.length + groups.length + jobs.length === 0) {
      const field = this.#form.querySelector('[data-path^="where."]');
      sayAt(field, t('rules.wantsPlace'));
      return false;
    }
    return true;
  }

  async #submit(event) {
    event.preventDefault();
    forgetProblems(this.#form);
    if (!this.#isPlaced()) {
      return;
    }
    const button = this.find('.primary:not([href])');
    busy(button, true);
    try {
      const rule = await save('rules', this.which, asSent(ruleIn(this.#form, this.#rule)));
      toast(t('rules.saved', { name: rule.name }));
      if (receiversOf(rule, this.#choices.receivers).length === 0) {
        toast(t('rules.nobodyTold'));
      }
      navigate('rules');
    } catch (error) {
      showProblem(this.#form, error);
    } finally {
      busy(button, false);
    }
  }

  async #delete() {
    const { name } = this.#rule;
    if (await confirmAction(t('rules.deleteTitle'), t('rules.deleteWhat', { name }), t('rules.deleteIt'))) {
      try {
        await remove('rules', this.which);
        toast(t('rules.deleted', { name }));
        navigate('rules');
      } catch (error) {
        showProblem(this.#form, error);
      }
    }
  }
}

/** Without what is absent. */
function asSent(rule) {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null && value !== undefined));
}

customElements.define('fl-rule-form', RuleForm);
