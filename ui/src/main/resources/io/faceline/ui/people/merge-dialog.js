import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { navigate } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { forgetMerge, rememberMerge } from './merge-history.js';
import { listAllPeople, merge, unmerge } from './people-api.js';

/** Asks which other person this person is, and merges the two. */
export async function openMergeDialog(person) {
  const others = (await listAllPeople(person.scope)).filter((other) => other.id !== person.id);
  const choose = (other) => () => {
    dialog.close();
    mergeInto(person, other);
  };
  const dialog = openDialog(
    t('person.merge'),
    [
      element`<p>${t(others.length > 0 ? 'person.mergeWhat' : 'person.mergeNobody', { name: person.name })}</p>`,
      element`<ul class="choices">${others.map(
        (other) =>
          element`<li><button type="button" class="button" dir="auto" @click="${choose(other)}">${other.name}</button></li>`,
      )}</ul>`,
    ],
    'slim',
  );
}

async function mergeInto(person, other) {
  try {
    await merge(person, other);
    rememberMerge(person, other);
    toast(t('person.mergedWhat', { name: person.name, into: other.name }));
    navigate('people', other.id);
  } catch (error) {
    toastError(error);
  }
}

/** Separates a merged person again. */
export async function undoMerge(merged, person) {
  try {
    await unmerge({ ...merged, scope: person.scope });
    forgetMerge(merged, person);
    navigate('people', merged.id);
  } catch (error) {
    toastError(error);
  }
}
