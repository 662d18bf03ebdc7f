import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { enroll } from './people-api.js';
import { overridable, rejectionMessage } from './rejections.js';
import './name-form.js';

/**
 * A form that adds photos to a new or known person and shows why the server rejected them. If they were rejected because the face is
 * enrolled under another name, or is hard to recognise, the visitor can add them anyway.
 *
 * @param label of the name field
 * @param value of the name field
 * @param photos a function that returns the photos, or throws an error to show
 * @param onAdded called with the name and the server's answer
 * @param onRejected called with the problem if no photo was accepted
 */
export function enrollForm({ label, value, photos, onAdded, onRejected = () => {} }) {
  const form = document.createElement('fl-name-form');
  Object.assign(form, { label, value });
  const problem = element`<p class="problem" role="alert"></p>`;
  const anyway = element`<button type="button" class="button" hidden></button>`;
  let input = null;
  let allowed = {};

  const add = async () => {
    form.busy = true;
    problem.textContent = '';
    anyway.hidden = true;
    try {
      onAdded(input.name, await enroll(input.name, await photos(), input.scope, allowed));
    } catch (error) {
      problem.textContent = rejectionMessage(error);
      const override = overridable(error);
      anyway.hidden = override === null;
      anyway.textContent = t(override?.lookalike ? 'name.anyway' : 'name.poorAnyway');
      allowed = { lookalike: allowed.lookalike || override?.lookalike, poor: allowed.poor || override?.poor };
      onRejected(error);
    } finally {
      form.busy = false;
    }
  };
  form.addEventListener('name-submitted', ({ detail }) => {
    input = detail;
    allowed = {};
    add();
  });
  anyway.addEventListener('click', () => add());
  return element`<div class="stack">${form}${problem}${anyway}</div>`;
}
