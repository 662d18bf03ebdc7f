import { element } from '../shared/html.js';
import { enroll } from './people-api.js';
import { isLookalike, refusalOf } from './rejections.js';
import { t } from '../shared/strings.js';
import './name-form.js';

/**
 * A form that adds photos to a person, new or known, and says why when none was taken. Somebody who only looks like another may be
 * added all the same.
 *
 * @param label of the name
 * @param value a name to begin with
 * @param photos gives the photos, or throws what is wrong
 * @param onAdded called with the name and what the server says of each photo
 * @param onRefused called with the problem when none was taken
 */
export function naming({ label, value, photos, onAdded, onRefused = () => {} }) {
  const form = document.createElement('fl-name-form');
  Object.assign(form, { label, value });
  const refusal = element`<p class="problem" role="alert"></p>`;
  const anyway = element`<button type="button" class="button" hidden>${t('name.anyway')}</button>`;
  let asked = null;

  const add = async (allowLookalike) => {
    form.busy = true;
    refusal.textContent = '';
    anyway.hidden = true;
    try {
      onAdded(asked.name, await enroll(asked.name, await photos(), asked.scope, allowLookalike));
    } catch (error) {
      refusal.textContent = refusalOf(error);
      anyway.hidden = !isLookalike(error);
      onRefused(error);
    } finally {
      form.busy = false;
    }
  };
  form.addEventListener('named', ({ detail }) => {
    asked = detail;
    add(false);
  });
  anyway.addEventListener('click', () => add(true));
  return element`<div class="stack">${form}${refusal}${anyway}</div>`;
}
