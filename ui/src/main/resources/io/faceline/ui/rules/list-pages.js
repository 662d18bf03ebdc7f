import { listChip } from '../alertwords/list-chip.js';
import { listAllPeople } from '../people/people-api.js';
import { element, html } from '../shared/html.js';
import { routeAddress } from '../shared/router.js';
import { emptyState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { DefinitionForm } from './definition-form.js';
import { textField } from './form-fields.js';
import { getOne, listAll } from './rules-api.js';
import { addLink, SECTIONS, SectionPage } from './section-page.js';
import './people-picker.js';

const ADD = `${SECTIONS.lists}/_add`;
const COLOUR = '#3b6ea5';

/** All watch lists. */
class WatchLists extends SectionPage {
  get section() {
    return 'lists';
  }

  get tools() {
    return [addLink(ADD, t('lists.new'))];
  }

  async load() {
    const lists = await listAll('lists', this.signal);
    this.place(
      lists.length === 0
        ? emptyState('people', t('lists.none'), t('lists.noneWhat'), addLink(ADD, t('lists.new')))
        : element`<ul class="rule-list">${lists.map(listItem)}</ul>`,
    );
  }
}

function listItem(list) {
  return element`<li><a class="card definition" href="${routeAddress('rules', '_lists', list.id)}">${listChip(list)}
    <span class="quiet">${t('lists.people', { count: list.people.length })} · ${t('lists.ownedBy', { name: list.owner })}</span></a></li>`;
}

/** One watch list: name, colour, owner and people. */
class WatchListForm extends DefinitionForm {
  kind = 'lists';

  async load() {
    const [known, people] = await Promise.all([
      this.which ? getOne('lists', this.which, this.signal) : null,
      listAllPeople('shared'),
    ]);
    this.known = known;
    const { name, colour, owner, people: chosen } = known ?? { name: '', colour: COLOUR, owner: '', people: [] };
    this.showForm(html`<section class="card card-body stack">
      ${textField('name', t('rules.field.name'), name, { required: true })}
      <div class="form-pair"><label class="field colour"><span>${t('lists.colour')}</span><input type="color" name="colour" data-path="colour" value="${colour}"></label>
        ${textField('owner', t('lists.owner'), owner, { what: t('lists.ownerWhat') })}</div></section>
      <section class="card card-body stack" data-path="people"><h2>${t('lists.who')}</h2>
        ${people.length === 0 ? element`<p class="quiet">${t('lists.noPeople')}</p>` : null}
        <fl-people-picker class="stack" .people="${people}" .chosen="${chosen}"></fl-people-picker></section>`);
  }

  definition() {
    const { name, colour, owner } = this.form.elements;
    return {
      name: name.value.trim(),
      colour: colour.value,
      ...(owner.value.trim() ? { owner: owner.value.trim() } : {}),
      people: this.find('fl-people-picker').value,
    };
  }
}

customElements.define('fl-watch-lists', WatchLists);
customElements.define('fl-watch-list-form', WatchListForm);
