import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { countOf, SPANS } from './alert-filter.js';

/** A filter that asks for nothing. */
export const ANY = { state: '', rule: '', list: '', person: '', source: '', last: '', from: '', to: '' };

const CHOSEN = ['rule', 'list', 'person', 'source'];

/**
 * The form that says which alerts are shown.
 *
 * @param filter as it is now
 * @param choices gives those of rules, lists, people and sources by now: {id, name} each
 * @param onChange called with the filter as it was changed
 */
export function filterForm(filter, choices, onChange) {
  const isSpan = Boolean(filter.from || filter.to);
  const form = element`<form class="alert-filter">
    <label class="field state-choice"><span class="visually-hidden">${t('alerts.state')}</span><select name="state">${options(
      [
        ['', t('alerts.anyState')],
        ['OPEN', t('alerts.openOnes')],
        ['CLOSED', t('alerts.closedOnes')],
      ],
      filter.state,
    )}</select></label>
    <details open="${countOf(filter) > 0}"><summary class="button"><span>${t('alerts.filter')}</span></summary>
      <div class="find-form">
        ${CHOSEN.map(
          (field) =>
            element`<label class="field"><span>${t(`alerts.by.${field}`)}</span><select name="${field}">${choice(field, filter[field], choices())}</select></label>`,
        )}
        <label class="field"><span>${t('alerts.when')}</span><select name="last">${options(
          [
            ['', t('alerts.last.any')],
            ...Object.keys(SPANS).map((span) => [span, t(`alerts.last.${span}`)]),
            ['span', t('alerts.last.span')],
          ],
          isSpan ? 'span' : filter.last,
        )}</select></label>
        ${['from', 'to'].map(
          (end) =>
            element`<label class="field" data-span><span>${t(`alerts.${end}`)}</span><input type="datetime-local" name="${end}" value="${localTime(filter[end])}"></label>`,
        )}
        <button type="button" class="button" data-reset @click="${() => onChange({ ...ANY }, true)}">${t('alerts.reset')}</button>
      </div></details></form>`;
  const adjust = () => {
    for (const field of form.querySelectorAll('[data-span]')) {
      field.hidden = form.elements.last.value !== 'span';
    }
  };
  adjust();
  form.querySelector('details').addEventListener('toggle', () => {
    for (const field of CHOSEN) {
      const select = form.elements[field];
      select.replaceChildren(...choice(field, select.value, choices()));
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    adjust();
    onChange(filterIn(form.elements), false);
  });
  return form;
}

function filterIn({ state, rule, list, person, source, last, from, to }) {
  const isSpan = last.value === 'span';
  return {
    state: state.value,
    rule: rule.value,
    list: list.value,
    person: person.value,
    source: source.value,
    last: isSpan ? '' : last.value,
    from: isSpan ? instant(from.value) : '',
    to: isSpan ? instant(to.value) : '',
  };
}

function choice(field, chosen, choices) {
  const known = choices[field];
  // What an address names, and is not known any more, can be chosen nevertheless.
  const more = chosen && known.every(({ id }) => id !== chosen) ? [[chosen, chosen]] : [];
  return options([['', t('alerts.any')], ...known.map(({ id, name }) => [id, name]), ...more], chosen);
}

function options(values, chosen) {
  return values.map(
    ([value, text]) => element`<option value="${value}" selected="${value === chosen}">${text}</option>`,
  );
}

/** As a field of the browser's time takes it. */
function localTime(text) {
  if (!text) {
    return '';
  }
  const time = new Date(text);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instant(local) {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
