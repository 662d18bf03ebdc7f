import { adminNeeded, signInButton } from '../alertwords/admin-needed.js';
import { subjectText } from '../alertwords/subjects.js';
import { admin } from '../shared/admin.js';
import { element, html } from '../shared/html.js';
import { icon, iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { currentRoute } from '../shared/router.js';
import { saveFile } from '../shared/save-file.js';
import { emptyState, errorState, loadingState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { askToAcknowledge, askWhoItIs } from './alert-actions.js';
import { AlertBell } from './alert-bell.js';
import { countOf, filterAddress, filterOf, queryOf } from './alert-filter.js';
import { whereText } from './alert-texts.js';
import { exportAlerts } from './alerts-api.js';
import { AlertsFeed } from './alerts-feed.js';
import { openBellDialog } from './bell-dialog.js';
import { filterChoices, withThoseOf } from './filter-choices.js';
import { ANY, filterForm } from './filter-form.js';
import { askToMute, showMutes } from './mute-dialog.js';
import { SeenAlerts } from './seen-alerts.js';
import './alert-card.js';

const NO_CHOICES = { rule: [], list: [], person: [], source: [] };

/** The alerts of a filter, which the address has; the newest come on top by themselves. */
class AlertList extends PageElement {
  #feed = null;
  #filter = ANY;
  #choices = NO_CHOICES;
  #bell = new AlertBell();
  #seen = new SeenAlerts();
  /** Of each alert, by its id. */
  #cards = new Map();
  /** Ids of those that came while somebody looked further down. */
  #waiting = new Set();

  show() {
    this.#filter = filterOf(currentRoute().query);
    this.#choices = NO_CHOICES;
    this.replaceChildren(html`
      ${pageHeader('alerts', element`<span class="row" data-tools></span>`)}
      <div data-filter></div>
      <p class="problem" data-lost hidden>${icon('alert')} ${t('alerts.lost')}</p>
      <button type="button" class="button primary new-alerts" hidden @click="${() => this.#showWaiting()}"></button>
      <div data-list></div>
      <p class="visually-hidden" role="status" data-announcement></p>`);
    this.#follow();
    this.listen(window, 'scroll', () => this.#waiting.size > 0 && !this.#isScrolled && this.#release());
    this.every(2, () => this.#refresh());
  }

  #place(...nodes) {
    this.find('[data-list]').replaceChildren(...nodes);
  }

  /** Lists anew. */
  #follow() {
    this.#feed?.close();
    this.#cards.clear();
    this.#waiting.clear();
    this.#showPill();
    this.#place(loadingState());
    this.#feed = new AlertsFeed(
      this.#filter,
      {
        onList: () => this.#listed(),
        onAlert: (alert, what) => this.#changed(alert, what),
        onNews: (alert, now) => this.#bell.ring(alert, now),
        onRefused: (error) => this.#refused(error),
        onUnreachable: (error) => this.#place(errorState(error)),
      },
      this.signal,
    );
  }

  #refused(error) {
    this.find('[data-tools]').replaceChildren();
    this.find('[data-filter]').replaceChildren();
    this.#place(adminNeeded(error, () => this.#follow()));
  }

  #listed() {
    this.#showTools();
    if (this.#choices === NO_CHOICES) {
      this.#showFilter();
      this.#loadChoices();
    }
    this.#arrange();
  }

  async #loadChoices() {
    this.#choices = await filterChoices(this.signal);
    if (!this.signal.aborted && !this.find('[data-filter]').contains(document.activeElement)) {
      this.#showFilter();
    }
  }

  #showFilter() {
    const isOpen = this.find('[data-filter] details')?.open;
    const form = filterForm(
      this.#filter,
      () => withThoseOf(this.#feed.book.list(), this.#choices),
      (filter, isReset) => this.#change(filter, isReset),
    );
    form.querySelector('details').open ||= isOpen ?? false;
    this.find('[data-filter]').replaceChildren(form);
    this.#countFilter();
  }

  #countFilter() {
    const count = countOf(this.#filter);
    this.find('[data-filter] summary span').textContent =
      count > 0 ? t('alerts.filters', { count }) : t('alerts.filter');
    this.find('[data-reset]').hidden = count === 0;
  }

  /** A navigation would open the page anew, and take the focus off the form. */
  #change(filter, isReset) {
    this.#filter = filter;
    history.replaceState(null, '', filterAddress(filter));
    if (isReset) {
      this.#showFilter();
      this.find('[data-filter] select').focus();
    }
    this.#countFilter();
    this.#follow();
  }

  #showTools() {
    const bell = this.#bell.isLoud || this.#bell.isShown;
    this.find('[data-tools]').replaceChildren(
      ...(admin.isSignedIn
        ? [element`<a class="button" href="#/rules">${icon('rules')} ${t('page.rules')}</a>`]
        : [signInButton(() => this.#follow())]),
      iconButton(bell ? 'bell' : 'bellOff', t('alerts.bell'), () =>
        openBellDialog(this.#bell, () => this.#showTools()),
      ),
      iconButton('mute', t('alerts.mutes'), () => showMutes((mute) => this.#muteName(mute))),
      iconButton('eye', t('alerts.allSeen'), () => this.#seeAll()),
      iconButton('download', t('alerts.export'), () => this.#export()),
    );
  }

  #muteName({ alert, rule, subject, source, group }) {
    const all = withThoseOf(this.#feed.book.list(), this.#choices);
    const nameOf = (field, id) => all[field].find((one) => one.id === id)?.name ?? id;
    const parts = [
      alert && t('alerts.oneAlert'),
      rule && nameOf('rule', rule),
      subject && nameOf('person', subject.replace(/^person:/, '')),
      source && nameOf('source', source),
      group,
    ];
    return parts.filter(Boolean).join(', ');
  }

  async #export() {
    try {
      saveFile(await exportAlerts(queryOf(this.#filter)), 'faceline-alerts.csv');
    } catch (error) {
      toastError(error);
    }
  }

  #seeAll() {
    this.#seen.add(...this.#feed.book.list().map(({ id }) => id));
    this.#cards.forEach((card) => card.update(card.alert));
    toast(t('alerts.allSeenDone'));
  }

  /** Whether somebody looks further down, where nothing may move. */
  get #isScrolled() {
    const list = this.find('.alert-list');
    return Boolean(list) && list.getBoundingClientRect().top < -8;
  }

  #changed(alert, what) {
    if (what === 'new') {
      this.find('[data-announcement]').textContent = t('alerts.announcement', {
        what: subjectText(alert),
        where: whereText(alert),
      });
    }
    if (what === 'new' && this.#isScrolled) {
      this.#waiting.add(alert.id);
      this.#showPill();
    } else if (what === 'changed' && this.#cards.has(alert.id)) {
      this.#cards.get(alert.id).update(alert);
    } else if (what !== 'changed') {
      this.#waiting.delete(alert.id);
      this.#arrange();
    }
  }

  #showPill() {
    const pill = this.find('.new-alerts');
    pill.hidden = this.#waiting.size === 0;
    pill.textContent = t('alerts.new', { count: this.#waiting.size });
  }

  #showWaiting() {
    const first = this.#feed.book.list().find(({ id }) => this.#waiting.has(id));
    this.#release();
    window.scrollTo({ top: 0 });
    this.#cards.get(first?.id)?.querySelector('h2 a')?.focus({ preventScroll: true });
  }

  #release() {
    this.#waiting.clear();
    this.#showPill();
    this.#arrange();
  }

  /** Shows a card for each alert, in their order. Cards that stay where they are keep their pictures and the focus. */
  #arrange() {
    const alerts = this.#feed.book.list().filter(({ id }) => !this.#waiting.has(id));
    if (alerts.length === 0) {
      this.#cards.clear();
      this.#place(this.#nothing());
      return;
    }
    const list = this.find('.alert-list') ?? element`<ul class="alert-list"></ul>`;
    if (!list.isConnected) {
      this.#cards.clear();
      this.#place(list, element`<p class="row center more"></p>`);
    }
    this.#removeAllBut(new Set(alerts.map(({ id }) => id)));
    alerts.forEach((alert, i) => {
      const item = this.#item(alert);
      if (list.children[i] !== item) {
        list.insertBefore(item, list.children[i] ?? null);
      }
    });
    this.#showMore();
  }

  #removeAllBut(ids) {
    for (const [id, card] of this.#cards) {
      if (!ids.has(id)) {
        card.closest('li').remove();
        this.#cards.delete(id);
      }
    }
  }

  #item(alert) {
    const known = this.#cards.get(alert.id);
    if (known) {
      return known.closest('li');
    }
    const card = element`<fl-alert-card .alert="${alert}" .seen="${this.#seen}" .actions="${this.#actions}"></fl-alert-card>`;
    this.#cards.set(alert.id, card);
    return element`<li class="card">${card}</li>`;
  }

  get #actions() {
    const onChange = (alert) => this.#feed.take(alert);
    return admin.isSignedIn
      ? {
          acknowledge: (alert) => askToAcknowledge(alert, onChange),
          correct: (alert) => askWhoItIs(alert, this.#choices.person, onChange),
          mute: (alert) => askToMute(alert),
        }
      : null;
  }

  #showMore() {
    const more = this.#feed.next
      ? [element`<button type="button" class="button" @click="${() => this.#more()}">${t('people.more')}</button>`]
      : [];
    this.find('.more').replaceChildren(...more);
  }

  async #more() {
    const count = this.#cards.size;
    try {
      await this.#feed.more();
      this.#arrange();
      this.querySelectorAll('.alert-list h2 a')[count]?.focus();
    } catch (error) {
      toastError(error);
    }
  }

  #nothing() {
    const isFiltered = countOf(this.#filter) > 0 || this.#filter.state !== '';
    return isFiltered
      ? emptyState('search', t('alerts.noneFound'), t('alerts.noneFoundWhat'))
      : emptyState('bell', t('alerts.none'), t('alerts.noneWhat'));
  }

  #refresh() {
    this.find('[data-lost]').hidden = this.#feed.isOnline;
  }
}

customElements.define('fl-alert-list', AlertList);
