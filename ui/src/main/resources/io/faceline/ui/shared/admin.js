const KEY = 'faceline.admin';

/** The admin token, in this tab alone and until it is closed. */
export const admin = {
  get token() {
    return sessionStorage.getItem(KEY);
  },

  get isSignedIn() {
    return this.token !== null;
  },

  signIn(token) {
    sessionStorage.setItem(KEY, token);
  },

  signOut() {
    sessionStorage.removeItem(KEY);
  },
};
