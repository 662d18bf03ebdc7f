import { confirmAction } from '../shared/dialogs.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { busy, forgetProblems, revealInvalid, showProblem } from './form-problems.js';
import { remove, save } from './rules-api.js';
import { SECTIONS, SectionPage } from './section-page.js';

/**
 * A form that adds a list, group or receiver, or changes one. `which` is the id of the latter. Subclasses say what is asked; `kind` is
 * that of the API and the section.
 */
export class DefinitionForm extends SectionPage {
  /** As the server has it; null for a new one. */
  known = null;

  get section() {
    return this.kind;
  }

  get form() {
    return this.find('form');
  }

  /** @param body the fields */
  showForm(body) {
    this.placeForm(
      this.known ? this.known.name : t(`${this.kind}.new`),
      t(`${this.kind}.formWhat`),
      html`<form class="rule-form stack" autocomplete="off">${body}
        <p class="problem" role="alert"></p>
        <div class="row"><button class="button primary">${t('rules.save')}</button><a class="button" href="${SECTIONS[this.section]}">${t('action.cancel')}</a>
          ${this.known ? element`<button type="button" class="button danger push" @click="${() => this.#delete()}">${icon('trash')} ${t('rules.deleteIt')}</button>` : null}</div></form>`,
    );
    this.listen(this.form, 'submit', (event) => this.#submit(event));
    revealInvalid(this.form, this.signal);
  }

  /** What is to be sent. */
  definition() {
    throw new Error('of the subclass');
  }

  /** When it is saved. */
  done(saved) {
    toast(t('rules.saved', { name: saved.name }));
    location.hash = SECTIONS[this.section];
  }

  async #submit(event) {
    event.preventDefault();
    forgetProblems(this.form);
    const button = this.find('button.primary');
    busy(button, true);
    try {
      this.done(await save(this.kind, this.which, this.definition()));
    } catch (error) {
      showProblem(this.form, error);
    } finally {
      busy(button, false);
    }
  }

  async #delete() {
    const { name } = this.known;
    if (await confirmAction(t('rules.deleteTitle'), t(`${this.kind}.deleteWhat`, { name }), t('rules.deleteIt'))) {
      try {
        await remove(this.kind, this.which);
        toast(t('rules.deleted', { name }));
        location.hash = SECTIONS[this.section];
      } catch (error) {
        showProblem(this.form, error);
      }
    }
  }
}
