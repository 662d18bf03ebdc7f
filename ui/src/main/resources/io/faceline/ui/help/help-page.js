import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { pageHead } from '../shared/page-header.js';
import { showTour } from './tour.js';

const TOPICS = ['colours', 'numbers', 'good', 'private', 'delete', 'keys', 'phone', 'footage', 'attendance', 'door', 'folder', 'developers'];

/** What everything means, and how to do what people come for. */
class Help extends PageElement {
  show() {
    this.replaceChildren(html`
      ${pageHead('help', element`<button type="button" class="button" @click="${() => showTour()}">${t('help.tour')}</button>`)}
      <div class="help">${TOPICS.map((topic, i) => html`<details class="card" open="${i === 0}"><summary><h2>${t(`help.${topic}`)}</h2></summary>
        <div class="card-body stack">${paragraphs(topic)}</div></details>`)}
      </div>
      <p class="row"><a class="button" href="/docs">${t('help.docs')}</a> <a class="button" href="/openapi.json">${t('help.openapi')}</a></p>`);
  }
}

/** Lines of a text are paragraphs; those that begin with a number are steps. */
function paragraphs(topic) {
  const lines = t(`help.${topic}.text`).split('\n');
  const steps = lines.filter((line) => /^\d+\. /.test(line)).map((line) => element`<li>${line.replace(/^\d+\. /, '')}</li>`);
  const words = lines.filter((line) => !/^\d+\. /.test(line)).map((line) => element`<p>${line}</p>`);
  return [...words, steps.length > 0 ? element`<ol class="steps">${steps}</ol>` : ''];
}

customElements.define('fl-help', Help);
