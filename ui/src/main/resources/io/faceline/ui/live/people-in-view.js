import { confidenceText, SIGNS, titleOf, toneOf } from '../shared/faces.js';
import { element, html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { toastError } from '../shared/toast.js';
import { InView } from './in-view.js';

/**
 * Who is in view, each with a button to take the name off, and to undo that. Set `corrections` (a LiveCorrections); call `update`
 * with the shown tracks. A row keeps its place and its button as long as its face is followed.
 */
class PeopleInView extends PageElement {
  #inView = new InView();
  /** By the id of the shown track. */
  #rows = new Map();

  show() {
    this.replaceChildren(
      html`<section class="card card-body in-view" aria-label="${t('live.inView')}"><h2>${t('live.inView')}</h2><ul></ul><p class="quiet"></p></section>`,
    );
    this.update([]);
  }

  update(tracks) {
    const people = this.#inView.update(tracks, performance.now());
    const ids = new Set(people.map(({ id }) => id));
    for (const [id, row] of this.#rows) {
      if (!ids.has(id)) {
        row.remove();
        this.#rows.delete(id);
      }
    }
    people.forEach(({ id, face }) => this.#showRow(id, face));
    setText(this.find('section > p'), people.length === 0 ? t('live.nobody') : '');
  }

  #showRow(id, face) {
    if (!this.#rows.has(id)) {
      const row = element`<li><b class="sign" aria-hidden="true"></b><span class="who" dir="auto"></span><span class="quiet number"></span>
        <span class="quiet small" role="status"></span><button type="button" class="button" hidden></button></li>`;
      this.#rows.set(id, row);
      this.find('ul').append(row);
    }
    const row = this.#rows.get(id);
    const tone = toneOf(face);
    row.dataset.tone = tone;
    setText(row.querySelector('.sign'), SIGNS[tone]);
    setText(row.querySelector('.who'), titleOf(face));
    setText(row.querySelector('.number'), confidenceText(face));
    this.#showAction(row, face);
  }

  /** A face that has a name can lose it; one that lost it can get it again. */
  #showAction(row, face) {
    const takenOff = face.trackKey === null ? null : this.corrections.lastOf(face.trackKey);
    const isNamed = face.trackKey !== null && face.decision !== 'unknown' && face.name !== null;
    const isUndo = !isNamed && takenOff !== null;
    const button = row.querySelector('button');
    button.hidden = !isNamed && !isUndo;
    setText(button, isUndo ? t('job.undo') : t('job.notPerson'));
    button.setAttribute(
      'aria-label',
      isUndo ? t('live.undo', { name: takenOff.name }) : t('live.notPerson', { name: face.name }),
    );
    button.onclick = (event) => this.#act(event, row, face, isUndo);
    setText(row.querySelector('[role=status]'), isUndo ? t('job.nameTakenOff', { name: takenOff.name }) : '');
  }

  /** The second click of a double click would undo the first. */
  async #act(event, row, face, isUndo) {
    if (event.detail > 1 || row.ariaBusy === 'true') {
      return;
    }
    row.ariaBusy = 'true';
    try {
      await (isUndo
        ? this.corrections.undo(face.trackKey)
        : this.corrections.takeOff(face.trackKey, { id: face.person.id, name: face.name }));
    } catch (error) {
      toastError(error);
    }
    row.ariaBusy = 'false';
  }
}

/** Setting a text again would make screen readers say it again. */
function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

customElements.define('fl-people-in-view', PeopleInView);
