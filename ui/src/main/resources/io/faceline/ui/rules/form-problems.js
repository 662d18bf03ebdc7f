import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { problemOf } from './field-problems.js';

/** Takes away what was said of fields. */
export function forgetProblems(form) {
  form.querySelectorAll('.field-problem').forEach((node) => node.remove());
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
  form.querySelector('[role=alert]').textContent = '';
}

/** Says an error of the server at the field that it names, or at the end of the form. @param error a Problem */
export function showProblem(form, error) {
  const fields = [...form.querySelectorAll('[data-path]')].filter((node) => !node.disabled);
  const paths = fields.map(({ dataset }) => dataset.path);
  const { path, text } = whatAndWhere(error, paths);
  if (path) {
    sayAt(
      fields.find(({ dataset }) => dataset.path === path),
      text,
    );
  } else {
    form.querySelector('[role=alert]').textContent = text;
  }
}

function whatAndWhere(error, paths) {
  if (error.code === 'DEFINITION_EXISTS') {
    // The name becomes the id.
    return { path: 'name', text: t('rules.nameTaken') };
  }
  return error.status === 400
    ? problemOf(error.body?.detail ?? error.message, paths)
    : { path: '', text: error.message };
}

/** Says something at a field, opens what hides it, and goes there. */
export function sayAt(field, text) {
  const id = `problem-${field.dataset.path.replaceAll('.', '-')}`;
  const note = element`<p class="problem field-problem" id="${id}">${text}</p>`;
  (field.closest('label') ?? field).append(note);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
  reveal(field);
  (field.matches('fieldset') ? (field.querySelector('input, button') ?? field) : field).focus();
}

/** A field that is not valid must be seen: of several, the first, which the browser goes to. */
export function revealInvalid(form, signal) {
  const onInvalid = (event) => {
    if (event.target === form.querySelector(':is(input, select, textarea):invalid')) {
      reveal(event.target);
    } else {
      event.preventDefault();
    }
  };
  form.addEventListener('invalid', onInvalid, { capture: true, signal });
}

/** Opens what hides a field. */
function reveal(field) {
  field.closest('details')?.setAttribute('open', '');
  const part = field.closest('[data-part]');
  if (part?.hidden) {
    part.dispatchEvent(new CustomEvent('reveal', { bubbles: true, detail: part.dataset.part }));
  }
}

export function busy(button, isBusy) {
  button.disabled = isBusy;
  button.classList.toggle('busy', isBusy);
}
