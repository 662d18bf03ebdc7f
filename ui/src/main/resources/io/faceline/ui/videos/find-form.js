import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { ORDERS } from './visit-search.js';

/**
 * The form that says who is searched for.
 *
 * @param people who can be chosen
 * @param search as it is now
 * @param onChange called with the search as it was changed
 */
export function findForm(people, search, onChange) {
  const form = element`<form class="card card-body find-form">
    <label class="field"><span>${t('find.person')}</span><select name="person"><option value="">${t('find.choose')}</option></select></label>
    <label class="field"><span>${t('find.with')}</span><select name="together"><option value="">${t('find.anybody')}</option></select></label>
    <label class="field"><span>${t('find.order')}</span><select name="order">${ORDERS.map(
      (order) =>
        element`<option value="${order}" selected="${order === search.order}">${t(`find.order.${order}`)}</option>`,
    )}</select></label>
    <label class="check"><input type="checkbox" name="isSureOnly" checked="${search.isSureOnly}"> ${t('find.sureOnly')}</label></form>`;
  const { person, together, order, isSureOnly } = form.elements;
  addPeople(person, people, search.person);
  addPeople(together, people, search.together);
  const adjust = () => {
    together.disabled = person.value === '';
    for (const option of together.querySelectorAll('option')) {
      option.disabled = option.value !== '' && option.value === person.value;
    }
  };
  adjust();
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    if (together.value === person.value) {
      together.value = '';
    }
    adjust();
    onChange({
      person: person.value,
      together: together.value,
      isSureOnly: isSureOnly.checked,
      order: order.value,
    });
  });
  return form;
}

/** People in their groups. Somebody of an address who is in none can be chosen nevertheless. */
function addPeople(select, people, chosen) {
  for (const scope of ['session', 'shared']) {
    const options = people.filter((person) => person.scope === scope).map(({ id, name }) => new Option(name, id));
    if (options.length > 0) {
      const group = element`<optgroup label="${t(`scope.${scope}`)}"></optgroup>`;
      group.append(...options);
      select.append(group);
    }
  }
  if (chosen && people.every(({ id }) => id !== chosen)) {
    select.append(new Option(t('find.notListed'), chosen));
  }
  select.value = chosen;
}
