import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';

/** A labelled line of text. Its name is the path of the field, by which the server names it. */
export function textField(path, label, value, limits = {}) {
  return field(
    label,
    element`<input name="${path}" data-path="${path}" value="${value ?? ''}" maxlength="${limits.max ?? 100}" required="${Boolean(limits.required)}" type="${limits.type ?? 'text'}" list="${limits.list}" placeholder="${limits.placeholder}" pattern="${limits.pattern}" title="${limits.title}" inputmode="${limits.inputmode}" autocomplete="off" spellcheck="false">`,
    limits,
  );
}

export function numberField(path, label, value, { min, max, step = 1, ...limits }) {
  return field(
    label,
    element`<input type="number" name="${path}" data-path="${path}" value="${value ?? ''}" min="${min}" max="${max}" step="${step}" required="${!limits.optional}" inputmode="decimal">`,
    limits,
  );
}

/** @param options pairs of value and text */
export function selectField(path, label, value, options, limits = {}) {
  const select = element`<select name="${path}" data-path="${path}" required="${Boolean(limits.required)}">${options.map(
    ([one, text]) => element`<option value="${one}" selected="${one === (value ?? '')}">${text}</option>`,
  )}</select>`;
  return field(label, select, limits);
}

/** Those that there are, by name; what is chosen and is not there any more stays. */
export function itemOptions(items, value, none = t('rules.choose')) {
  const isGone = value && items.every(({ id }) => id !== value);
  return [['', none], ...items.map(({ id, name }) => [id, name]), ...(isGone ? [[value, value]] : [])];
}

export function timeField(path, label, value, limits = {}) {
  return field(
    label,
    element`<input type="time" name="${path}" data-path="${path}" value="${value ?? ''}" required>`,
    limits,
  );
}

export function checkField(path, label, value, limits = {}) {
  return element`<label class="check" data-kinds="${limits.kinds}"><input type="checkbox" name="${path}" data-path="${path}" checked="${Boolean(value)}"> <span>${label}</span></label>`;
}

/** Boxes to check of which any may be. @param items {id, name} each */
export function checkFields(path, label, items, chosen) {
  const gone = chosen.filter((id) => items.every((item) => item.id !== id)).map((id) => ({ id, name: id }));
  return element`<fieldset class="choice" data-path="${path}"><legend>${label}</legend><div class="choice-items">${[
    ...items,
    ...gone,
  ].map(
    ({ id, name }) =>
      element`<label class="check"><input type="checkbox" name="${path}" value="${id}" checked="${chosen.includes(id)}"> <span dir="auto">${name}</span></label>`,
  )}</div></fieldset>`;
}

/** The values of boxes that are checked. */
export function checkedIn(form, path) {
  return [...form.querySelectorAll(`input[type=checkbox][name="${path}"]:checked`)].map(({ value }) => value);
}

function field(label, input, { kinds, what }) {
  return element`<label class="field" data-kinds="${kinds}"><span>${label}</span>${input}${what ? element`<small>${what}</small>` : null}</label>`;
}

/** A number of a field; null if it is empty. */
export function numberIn(form, path) {
  const { value } = form.elements[path];
  return value.trim() === '' ? null : Number(value);
}

/** The text of a field; null if it is empty. */
export function textIn(form, path) {
  return form.elements[path].value.trim() || null;
}
