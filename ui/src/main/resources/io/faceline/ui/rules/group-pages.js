import { listCameras } from '../cameras/cameras-api.js';
import { element, html } from '../shared/html.js';
import { routeAddress } from '../shared/router.js';
import { emptyState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { DefinitionForm } from './definition-form.js';
import { checkedIn, checkFields, selectField, textField } from './form-fields.js';
import { idsIn } from './rule-fields.js';
import { nameOf } from './rule-words.js';
import { getOne, listAll } from './rules-api.js';
import { addLink, SECTIONS, SectionPage } from './section-page.js';

const ADD = `${SECTIONS.groups}/_add`;
const ROLES = ['BOTH', 'IN', 'OUT'];

/** The cameras, without those that cannot be listed. */
async function cameras(signal) {
  try {
    return (await listCameras(signal)).cameras;
  } catch {
    return [];
  }
}

/** All groups of cameras. */
class SourceGroups extends SectionPage {
  get section() {
    return 'groups';
  }

  get tools() {
    return [addLink(ADD, t('groups.new'))];
  }

  async load() {
    const [groups, sources] = await Promise.all([listAll('groups', this.signal), cameras(this.signal)]);
    this.place(
      groups.length === 0
        ? emptyState('cctv', t('groups.none'), t('groups.noneWhat'), addLink(ADD, t('groups.new')))
        : element`<ul class="rule-list">${groups.map((group) => groupItem(group, sources))}</ul>`,
    );
  }
}

function groupItem({ id, name, role, sources }, cameras) {
  const names = sources.map((source) => nameOf(cameras, source)).join(', ');
  return element`<li><a class="card definition" href="${routeAddress('rules', '_groups', id)}"><b dir="auto">${name}</b>
    ${ROLES.includes(role) ? element`<span class="tag">${t(`groups.role.${role}`)}</span>` : null}<span class="quiet" dir="auto">${names || t('groups.empty')}</span></a></li>`;
}

/** One group: name, role and cameras. */
class SourceGroupForm extends DefinitionForm {
  kind = 'groups';

  async load() {
    const [known, all] = await Promise.all([
      this.which ? getOne('groups', this.which, this.signal) : null,
      cameras(this.signal),
    ]);
    this.known = known;
    const { name, role, sources } = known ?? { name: '', role: 'BOTH', sources: [] };
    const listed = sources.filter((id) => all.some((camera) => camera.id === id));
    const others = sources.filter((id) => !listed.includes(id));
    this.showForm(html`<section class="card card-body stack">
      ${textField('name', t('rules.field.name'), name, { required: true })}
      ${selectField(
        'role',
        t('groups.role'),
        role,
        ROLES.map((one) => [one, t(`groups.role.${one}`)]),
        { what: t('groups.roleWhat') },
      )}
      ${all.length > 0 ? checkFields('sources', t('rules.field.cameras'), all, listed) : null}
      ${textField('others', t('rules.field.otherSources'), others.join(', '), { max: 2000, what: t('rules.otherSourcesWhat') })}</section>`);
  }

  definition() {
    const { name, role, others } = this.form.elements;
    const sources = [...new Set([...checkedIn(this.form, 'sources'), ...idsIn(others.value)])];
    return { name: name.value.trim(), role: role.value, sources };
  }
}

customElements.define('fl-source-groups', SourceGroups);
customElements.define('fl-source-group-form', SourceGroupForm);
