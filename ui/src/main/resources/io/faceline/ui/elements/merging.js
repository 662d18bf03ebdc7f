import { element } from '/ui/lib/html.js';
import { forget, remember } from '/ui/lib/merges.js';
import { merge, peopleToChoose, unmerge } from '/ui/lib/people.js';
import { go } from '/ui/lib/router.js';
import { t } from '/ui/lib/strings.js';
import { openDialog } from '/ui/elements/dialogs.js';
import { toast, toastProblem } from '/ui/elements/toast.js';

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
