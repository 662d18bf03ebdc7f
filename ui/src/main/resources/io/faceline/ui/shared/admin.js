// @ts-check

const KEY = 'faceline.admin';

/** The admin token, kept in this tab until it is closed. */
export const admin = {
  get token() {
    return sessionStorage.getItem(KEY);
  },

  get isSignedIn() {
    return this.token !== null;
  },

  /** @param {string} token */
  signIn(token) {
    sessionStorage.setItem(KEY, token);
  },

  signOut() {
    sessionStorage.removeItem(KEY);
  },
};
