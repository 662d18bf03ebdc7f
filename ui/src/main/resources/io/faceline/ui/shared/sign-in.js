import { admin } from './admin.js';
import { Problem, requestJson } from './api.js';
import { promptText } from './dialogs.js';
import { t } from './strings.js';
import { toastError } from './toast.js';

/** Asks for the admin token and keeps it if the server knows it. Resolves to whether it does; a wrong one is said. */
export async function signInAsAdmin() {
  const token = await promptText(t('people.signIn'), t('people.token'), '', 'password');
  if (!token) {
    return false;
  }
  admin.signIn(token);
  try {
    if (!(await requestJson('/api/v1/session', { asAdmin: true })).isAdmin) {
      throw new Problem(401, 'BAD_TOKEN', '');
    }
    return true;
  } catch (error) {
    admin.signOut();
    toastError(error);
    return false;
  }
}
