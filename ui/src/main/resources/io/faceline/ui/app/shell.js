import { isFirstVisit, showTour } from '../help/tour.js';
import { ensureSession, renewSession } from '../shared/api.js';
import { html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { currentRoute } from '../shared/router.js';
import { loadRules } from '../shared/rules.js';
import { errorState } from '../shared/states.js';
import { t } from '../shared/strings.js';

/** The pages; each is loaded when first opened. */
const PAGES = {
  recognize: { tag: 'fl-recognize', icon: 'scan' },
  videos: { tag: 'fl-videos', icon: 'film' },
  live: { tag: 'fl-live', icon: 'camera' },
  cameras: { tag: 'fl-cameras', icon: 'cctv' },
  alerts: { tag: 'fl-alerts', icon: 'bell' },
  rules: { tag: 'fl-rules', icon: 'rules' },
  people: { tag: 'fl-people', icon: 'people' },
  status: { tag: 'fl-status', icon: 'pulse' },
  help: { tag: 'fl-help', icon: 'help' },
};

const RENEW_SESSION_SECONDS = 600;

/** The navigation and the current page. */
class Shell extends PageElement {
  show() {
    this.replaceChildren(html`
      <a class="skip" href="#main" @click="${(event) => this.#skip(event)}">${t('shell.skip')}</a>
      <nav class="rail" aria-label="${t('shell.pages')}">
        <a class="brand" href="#/recognize">${icon('face')}<span>faceline</span></a>
        ${Object.entries(PAGES).map(
          ([name, page]) => html`
          <a class="rail-link" href="#/${name}" data-page="${name}">${icon(page.icon)}<span>${t(`page.${name}`)}</span></a>`,
        )}
      </nav>
      <main id="main" tabindex="-1"></main>`);
    this.listen(window, 'hashchange', () => this.#open());
    this.#open(true);
    this.every(RENEW_SESSION_SECONDS, () =>
      ensureSession()
        .then(renewSession)
        .catch(() => {}),
    );
    if (isFirstVisit()) {
      // Without the server's rules there is nothing to tour; the page itself says that it cannot be reached.
      loadRules().then(showTour, () => {});
    }
  }

  async #open(isFirst = false) {
    const { page: asked } = currentRoute();
    const page = PAGES[asked] ? asked : 'recognize';
    this.#mark(page);
    document.title = `${t(`page.${page}`)} · faceline`;
    const main = this.find('main');
    const opening = location.hash;
    const shown = await this.#load(page);
    if (location.hash !== opening) {
      // The visitor has opened another page meanwhile.
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
      await Promise.all([import(`../${page}/${page}-page.js`), loadRules(), ensureSession().catch(() => {})]);
      return document.createElement(PAGES[page].tag);
    } catch {
      // Browsers do not load a module again that has failed once: only reloading the page helps.
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

  /** Following the link would change the hash, which is the route. */
  #skip(event) {
    event.preventDefault();
    this.find('main').focus();
  }
}

customElements.define('fl-shell', Shell);
