import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import './group-pages.js';
import './list-pages.js';
import './mute-list.js';
import './receiver-form.js';
import './receiver-list.js';
import './rule-form.js';
import './rule-list.js';

/** Nothing has such an id: ids have no underscore. */
const ADD = '_add';

const SECTIONS = {
  _lists: ['fl-watch-lists', 'fl-watch-list-form'],
  _groups: ['fl-source-groups', 'fl-source-group-form'],
  _receivers: ['fl-receivers', 'fl-receiver-form'],
  _mutes: ['fl-mutes'],
};

/** Rules and what belongs to them: all of a kind, or a form to add or change one. */
class Rules extends PageElement {
  show() {
    const [first, second] = currentRoute().parameters;
    const section = SECTIONS[first];
    const [all, form] = section ?? ['fl-rule-list', 'fl-rule-form'];
    const which = section ? second : first;
    const page = document.createElement(which && form ? form : all);
    page.which = which === ADD ? null : which;
    this.replaceChildren(page);
  }
}

customElements.define('fl-rules', Rules);
