import { html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { route } from '/ui/lib/router.js';
import { t } from '/ui/lib/strings.js';
import { ensureSession, keepSession } from '/ui/lib/api.js';
import { loadRules } from '/ui/lib/rules.js';
import { icon } from '/ui/elements/icon.js';
import { errorState } from '/ui/elements/states.js';
import { isNewHere, showTour } from '/ui/elements/tour.js';

/** Where pages are; each is loaded when it is first asked for. */
const PAGES = {
  recognize: { tag: 'fl-recognize', icon: 'scan' },
  videos: { tag: 'fl-videos', icon: 'film' },
  live: { tag: 'fl-live', icon: 'camera' },
  people: { tag: 'fl-people', icon: 'people' },
  status: { tag: 'fl-status', icon: 'pulse' },
  help: { tag: 'fl-help', icon: 'help' },
};

const KEEP_EVERY_SECONDS = 600;

/** Everything around a page: the way to the others, and the page itself. */
class Shell extends PageElement {
  show() {
    this.replaceChildren(html`
      <a class="skip" href="#main" @click="${(event) => this.#skip(event)}">${t('shell.skip')}</a>
      <nav class="rail" aria-label="${t('shell.pages')}">
        <a class="brand" href="#/recognize">${icon('face')}<span>faceline</span></a>
        ${Object.entries(PAGES).map(([name, page]) => html`
          <a class="rail-link" href="#/${name}" data-page="${name}">${icon(page.icon)}<span>${t(`page.${name}`)}</span></a>`)}
      </nav>
      <main id="main" tabindex="-1"></main>`);
    this.listen(window, 'hashchange', () => this.#open());
    this.#open(true);
    this.every(KEEP_EVERY_SECONDS, () => ensureSession().then(keepSession).catch(() => {}));
    if (isNewHere()) {
      showTour();
    }
  }

  async #open(isFirst = false) {
    const { name } = route();
    const page = PAGES[name] ? name : 'recognize';
    this.#mark(page);
    document.title = `${t(`page.${page}`)} · faceline`;
    const main = this.find('main');
    const opening = location.hash;
    const shown = await this.#load(page);
    if (location.hash !== opening) {
      // The visitor has gone on meanwhile.
      return;
    }
    main.replaceChildren(shown);
    if (!isFirst) {
      main.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  async #load(page) {
    try {
      await Promise.all([import(`/ui/pages/${page}.js`), loadRules(), ensureSession().catch(() => {})]);
      return document.createElement(PAGES[page].tag);
    } catch {
      // Browsers remember that a module failed: only a new start helps.
      return errorState(new Error(t('problem.UNREACHABLE')), () => location.reload());
    }
  }

  #mark(page) {
    for (const link of this.querySelectorAll('.rail-link')) {
      if (link.dataset.page === page) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }

  /** The address belongs to the router. */
  #skip(event) {
    event.preventDefault();
    this.find('main').focus();
  }
}

customElements.define('fl-shell', Shell);
