import { admin } from '../shared/admin.js';
import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { signInAsAdmin } from '../shared/sign-in.js';
import { emptyState } from '../shared/states.js';
import { t } from '../shared/strings.js';

/**
 * Says that only the admin sees alerts and what belongs to them, and offers to become that.
 *
 * @param error of the server
 * @param retry called when the visitor has signed in
 */
export function adminNeeded(error, retry) {
  if (error.code === 'NO_ADMIN') {
    return emptyState('key', t('alerts.adminOnly'), t('cameras.noAdmin'));
  }
  if (error.code === 'BAD_TOKEN') {
    admin.signOut();
  }
  return emptyState('key', t('alerts.adminOnly'), t('alerts.adminOnlyWhat'), signInButton(retry));
}

export function signInButton(onSignedIn) {
  const signIn = async () => {
    if (await signInAsAdmin()) {
      onSignedIn();
    }
  };
  return element`<button type="button" class="button primary" @click="${signIn}">${icon('key')} ${t('people.signIn')}</button>`;
}
