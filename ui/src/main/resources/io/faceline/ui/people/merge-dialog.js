import { element } from '../shared/html.js';
import { forget, remember } from './merge-history.js';
import { merge, peopleToChoose, unmerge } from './people-api.js';
import { go } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { openDialog } from '../shared/dialogs.js';
import { toast, toastProblem } from '../shared/toast.js';

/** Asks who a person really is, and merges them into whoever is chosen. */
export async function askMerge(person) {
  const others = (await peopleToChoose(person.scope)).filter((other) => other.id !== person.id);
  const choose = (other) => () => {
    dialog.close();
    mergeInto(person, other);
  };
  const dialog = openDialog(t('person.merge'), [
    element`<p>${t(others.length > 0 ? 'person.mergeWhat' : 'person.mergeNobody', { name: person.name })}</p>`,
    element`<ul class="choices">${others.map((other) =>
      element`<li><button type="button" class="button" dir="auto" @click="${choose(other)}">${other.name}</button></li>`)}</ul>`], 'slim');
}

async function mergeInto(person, other) {
  try {
    await merge(person, other);
    remember(person, other);
    toast(t('person.mergedWhat', { name: person.name, into: other.name }));
    go('people', other.id);
  } catch (error) {
    toastProblem(error);
  }
}

/** Takes them apart again. */
export async function undoMerge(merged, person) {
  try {
    await unmerge({ ...merged, scope: person.scope });
    forget(merged, person);
    go('people', merged.id);
  } catch (error) {
    toastProblem(error);
  }
}
