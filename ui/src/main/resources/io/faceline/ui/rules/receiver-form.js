import { openDialog } from '../shared/dialogs.js';
import { element, html } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { DefinitionForm } from './definition-form.js';
import { checkedIn, checkField, checkFields, numberField, numberIn, selectField, textField } from './form-fields.js';
import { keyChoices, targetOf, USUAL } from './receiver-fields.js';
import { getOne, listAll } from './rules-api.js';

const CONTENTS = ['IDS', 'NAMES', 'PICTURES'];
const LATE = ['SEND', 'DIGEST', 'DROP'];
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH'];
const SECRET = '[A-Z][A-Z0-9_]*';

/** One receiver of alerts. */
class ReceiverForm extends DefinitionForm {
  kind = 'receivers';
  #rules = [];

  async load() {
    const [known, rules] = await Promise.all([
      this.which ? getOne('receivers', this.which, this.signal) : null,
      listAll('rules', this.signal),
    ]);
    this.known = known;
    this.#rules = rules;
    const receiver = { ...USUAL, ...known };
    this.showForm(html`
      <section class="card card-body stack">${this.#addressFields(receiver)}</section>
      <section class="card card-body stack">${this.#whatFields(receiver)}</section>
      <details class="card"><summary><h2>${t('rules.more')}</h2></summary><div class="card-body stack">${moreFields(receiver)}</div></details>`);
    const { 'target.kind': kind, key, hasTemplate } = this.form.elements;
    for (const field of [kind, key, hasTemplate]) {
      this.listen(field, 'change', () => this.#adjust());
    }
    this.listen(kind, 'change', () => this.#proposeLate());
    this.#adjust();
  }

  #addressFields({ name, enabled, target }) {
    const choices = keyChoices(target, this.known !== null);
    return html`
      ${textField('name', t('rules.field.name'), name, { required: true })}
      ${selectField(
        'target.kind',
        t('receivers.kind'),
        target.kind,
        ['webhook', 'mqtt'].map((kind) => [kind, t(`receivers.kind.${kind}`)]),
      )}
      ${textField('target.url', t('receivers.address'), target.url, { max: 2000, required: true, inputmode: 'url', what: t('receivers.addressWhat') })}
      ${selectField(
        'key',
        t('receivers.key'),
        choices[0],
        choices.map((choice) => [choice, t(`receivers.key.${choice}`)]),
      )}
      ${textField('target.user', t('cameras.user'), '', { kinds: 'mqtt typed', required: true })}
      ${textField('target.typed', t('receivers.typed'), '', { kinds: 'typed', type: 'password', max: 200, required: true })}
      ${textField('target.secret', t('cameras.secret'), target.secret, { kinds: 'named', required: true, pattern: SECRET, title: t('receivers.secretWhat'), what: t('receivers.secretWhat') })}
      ${checkField('target.hasFormerKey', t('receivers.keepFormer'), target.hasFormerKey, { kinds: 'webhook former' })}
      <div class="form-pair" data-kinds="mqtt">${textField('target.prefix', t('receivers.prefix'), target.prefix ?? 'faceline', { kinds: 'mqtt', required: true })}
        ${textField('target.discoveryPrefix', t('receivers.discovery'), target.discoveryPrefix ?? 'homeassistant', { kinds: 'mqtt', required: true })}</div>
      ${checkField('enabled', t('receivers.enabled'), enabled)}`;
  }

  #whatFields({ rules, priority, content }) {
    return html`
      <fieldset class="choice" data-path="content"><legend>${t('receivers.content')}</legend>${CONTENTS.map(
        (one) =>
          element`<label class="check"><input type="radio" name="content" value="${one}" checked="${one === content}"> <span>${t(`receivers.content.${one}`)}</span></label>`,
      )}</fieldset>
      ${this.#rules.length > 0 ? checkFields('rules', t('receivers.rules'), this.#rules, rules) : null}
      <p class="quiet small">${t('receivers.rulesWhat')}</p>
      ${selectField(
        'priority',
        t('receivers.priority'),
        priority,
        PRIORITIES.map((one) => [one, t(`receivers.priority.${one}`)]),
      )}`;
  }

  /** Shows the fields of the kind of receiver and of its secret. */
  #adjust() {
    const { 'target.kind': kind, key, hasTemplate } = this.form.elements;
    const has = this.known?.target ?? {};
    const facts = new Set([
      kind.value,
      key.value,
      // A key that there was can go on for a while.
      ...((has.hasSigningKey && !['keep', 'none'].includes(key.value)) || (has.hasFormerKey && key.value === 'keep')
        ? ['former']
        : []),
    ]);
    for (const option of key.options) {
      option.hidden = option.value === 'generate' && kind.value === 'mqtt';
    }
    if (kind.value === 'mqtt' && key.value === 'generate') {
      key.value = 'none';
      facts.add('none');
    }
    for (const node of this.form.querySelectorAll('[data-kinds]')) {
      node.hidden = !node.dataset.kinds.split(' ').every((fact) => facts.has(fact));
      for (const input of node.querySelectorAll('input')) {
        input.disabled = node.hidden;
      }
    }
    const template = this.form.querySelector('[data-template]');
    template.hidden = !hasTemplate.checked || kind.value === 'mqtt';
    this.form.elements['template.text'].required = !template.hidden;
  }

  /** What is late rings nobody's bell. */
  #proposeLate() {
    if (!this.known) {
      this.form.elements.late.value = this.form.elements['target.kind'].value === 'mqtt' ? 'DROP' : 'SEND';
    }
  }

  definition() {
    const { elements } = this.form;
    const hasTemplate = elements.hasTemplate.checked && elements['target.kind'].value === 'webhook';
    return {
      name: elements.name.value.trim(),
      enabled: elements.enabled.checked,
      target: this.#target(),
      rules: checkedIn(this.form, 'rules'),
      priority: elements.priority.value,
      ends: elements.ends.checked,
      content: elements.content.value,
      late: elements.late.value,
      deliverWithinSeconds: numberIn(this.form, 'deliverWithinSeconds'),
      lidPerHour: numberIn(this.form, 'lidPerHour'),
      batchSeconds: numberIn(this.form, 'batchSeconds'),
      ...(hasTemplate
        ? {
            template: {
              contentType: elements['template.contentType'].value.trim(),
              text: elements['template.text'].value,
            },
          }
        : {}),
    };
  }

  #target() {
    const { elements } = this.form;
    const textOf = (name) => elements[`target.${name}`].value.trim();
    return targetOf({
      kind: textOf('kind'),
      url: textOf('url'),
      key: elements.key.value,
      user: textOf('user'),
      typed: textOf('typed'),
      secret: textOf('secret'),
      keepFormer: elements['target.hasFormerKey'].checked && !elements['target.hasFormerKey'].disabled,
      hasFormer: Boolean(this.known?.target.hasFormerKey),
      prefix: textOf('prefix'),
      discoveryPrefix: textOf('discoveryPrefix'),
    });
  }

  done(saved) {
    if (saved.signingKey) {
      const dialog = openDialog(t('receivers.keyTitle'), keyView(saved.signingKey));
      dialog.addEventListener('close', () => super.done(saved));
    } else {
      super.done(saved);
    }
  }
}

function moreFields({ late, deliverWithinSeconds, lidPerHour, batchSeconds, ends, template }) {
  return html`
    ${selectField(
      'late',
      t('receivers.late'),
      late,
      LATE.map((one) => [one, t(`receivers.late.${one}`)]),
      { what: t('receivers.lateWhat') },
    )}
    <div class="form-pair">${numberField('deliverWithinSeconds', t('receivers.within'), deliverWithinSeconds, { min: 1, max: 604_800, what: t('receivers.withinWhat') })}
      ${numberField('lidPerHour', t('receivers.lid'), lidPerHour, { min: 1, max: 100_000, what: t('receivers.lidWhat') })}</div>
    ${numberField('batchSeconds', t('receivers.batch'), batchSeconds, { min: 0, max: 3600, what: t('receivers.batchWhat') })}
    ${checkField('ends', t('receivers.ends'), ends)}
    ${checkField('hasTemplate', t('receivers.hasTemplate'), template !== null, { kinds: 'webhook' })}
    <div class="stack" data-template><label class="field"><span>${t('receivers.template')}</span><textarea name="template.text" data-path="template.text" rows="6" maxlength="20000" spellcheck="false" .value="${template?.text ?? ''}"></textarea></label>
      ${textField('template.contentType', t('receivers.contentType'), template?.contentType ?? 'application/json')}
      <p class="quiet small">${t('receivers.templateWhat')}</p></div>`;
}

function keyView(key) {
  return [
    element`<p>${t('receivers.keyWhat')}</p>`,
    element`<p class="signing-key"><code tabindex="0">${key}</code></p>`,
    element`<div class="row end"><button type="button" class="button" @click="${() => copyKey(key)}">${t('receivers.copy')}</button></div>`,
  ];
}

function copyKey(key) {
  navigator.clipboard?.writeText(key).then(
    () => toast(t('receivers.copied')),
    () => {},
  );
}

customElements.define('fl-receiver-form', ReceiverForm);
