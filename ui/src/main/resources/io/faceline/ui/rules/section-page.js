import { adminNeeded } from '../alertwords/admin-needed.js';
import { admin } from '../shared/admin.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';

/** The sections of the page, and where each is. */
export const SECTIONS = {
  rules: '#/rules',
  lists: '#/rules/_lists',
  groups: '#/rules/_groups',
  receivers: '#/rules/_receivers',
  mutes: '#/rules/_mutes',
};

/**
 * A page about rules: it loads what it shows, and asks for the admin token if the server does. Subclasses have `load()`, which places
 * what it loaded.
 */
export class SectionPage extends PageElement {
  show() {
    this.place(loadingState());
    this.reload();
  }

  async load() {}

  /** Where this page is left to. */
  get section() {
    return 'rules';
  }

  get tools() {
    return [];
  }

  async reload() {
    if (!admin.isSignedIn) {
      this.place(adminNeeded({}, () => this.show()));
      return;
    }
    try {
      await this.load();
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    if (error.status === 401 || error.status === 403) {
      this.place(adminNeeded(error, () => this.show()));
    } else if (error.name !== 'AbortError') {
      this.place(errorState(error, () => this.show()));
    }
  }

  place(...nodes) {
    this.replaceChildren(
      pageHeader('rules', ...(admin.isSignedIn ? this.tools : [])),
      sectionNav(this.section),
      ...nodes,
    );
  }

  /** Instead of the page's head, that of one thing that is changed. */
  placeForm(title, what, ...nodes) {
    this.replaceChildren(
      html`<header class="page-head"><a class="icon-button" href="${SECTIONS[this.section]}" aria-label="${t('rules.back')}">${icon('back')}</a>
        <div class="grow"><h1 class="long-name" dir="auto">${title}</h1><p class="quiet">${what}</p></div></header>`,
      ...nodes,
    );
  }
}

/** A link that looks like a button. */
export function addLink(address, text) {
  return element`<a class="button primary" href="${address}">${icon('plus')} ${text}</a>`;
}

function sectionNav(current) {
  return element`<nav class="sections" aria-label="${t('rules.sections')}">${Object.entries(SECTIONS).map(
    ([name, address]) =>
      element`<a href="${address}" aria-current="${name === current ? 'page' : null}">${t(`rules.section.${name}`)}</a>`,
  )}</nav>`;
}
