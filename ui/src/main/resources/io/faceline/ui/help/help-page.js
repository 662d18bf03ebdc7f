import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { retentionTexts } from '../shared/rules.js';
import { t } from '../shared/strings.js';
import { showTour } from './tour.js';

const TOPICS = [
  'colours',
  'numbers',
  'good',
  'private',
  'delete',
  'keys',
  'phone',
  'footage',
  'attendance',
  'door',
  'cameras',
  'alerts',
  'folder',
  'developers',
];

/** Explains colours and numbers, and how to do common tasks. */
class Help extends PageElement {
  show() {
    this.replaceChildren(html`
      ${pageHeader('help', element`<button type="button" class="button" @click="${() => showTour()}">${t('help.tour')}</button>`)}
      <div class="help">${TOPICS.map(
        (topic, i) => html`<details class="card" open="${i === 0}"><summary><h2>${t(`help.${topic}`)}</h2></summary>
        <div class="card-body stack">${paragraphs(topic)}</div></details>`,
      )}
      </div>
      <p class="row"><a class="button" href="#/status">${t('page.status')}</a> <a class="button" href="/docs">${t('help.docs')}</a> <a class="button" href="/openapi.json">${t('help.openapi')}</a></p>`);
  }
}

/** Each line is a paragraph; consecutive lines that begin with a number are the steps of a list. */
function paragraphs(topic) {
  const nodes = [];
  for (const line of t(`help.${topic}.text`, retentionTexts()).split('\n')) {
    const step = /^\d+\. (.*)/.exec(line);
    if (!step) {
      nodes.push(element`<p>${withCode(line)}</p>`);
    } else {
      if (nodes.at(-1)?.tagName !== 'OL') {
        nodes.push(element`<ol class="steps"></ol>`);
      }
      nodes.at(-1).append(element`<li>${withCode(step[1])}</li>`);
    }
  }
  return nodes;
}

/** Text between backticks is code. */
function withCode(text) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? element`<code>${part}</code>` : part));
}

customElements.define('fl-help', Help);
