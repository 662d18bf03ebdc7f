// @ts-check

/** @typedef {import('./alerts-api.js').AlertView} AlertView */

const TOLD = 'faceline.alerts.told';
const MAX_TOLD = 500;
/** What took longer to come here is no news: the connection was lost meanwhile. */
const FRESH_MILLIS = 120_000;
const NEWS = ['OPENED', 'REOPENED', 'UNMUTED'];

/**
 * Whether somebody wants to be told of a revision that came by itself.
 *
 * @param {AlertView} alert
 * @param {number} now
 */
export function isWorthTelling({ state, notifies, muted, late, changes, writtenAt }, now) {
  const isNew = state === 'OPEN' && notifies && changes.some((change) => NEWS.includes(change));
  return isNew && !muted && !late && now - Date.parse(writtenAt) < FRESH_MILLIS;
}

/**
 * Tells of an alert unless this browser has been told of it, in whatever tab.
 *
 * @param {string} id
 * @param {() => void} tell
 * @param {{storage?: Storage, locks?: LockManager}} [browser] pages that are not secure have no locks
 */
export async function tellOnce(id, tell, { storage = localStorage, locks = navigator.locks } = {}) {
  const claim = () => {
    const told = toldOf(storage);
    if (!told.includes(id)) {
      storage.setItem(TOLD, JSON.stringify([...told, id].slice(-MAX_TOLD)));
      tell();
    }
  };
  if (locks) {
    await locks.request(TOLD, claim);
  } else {
    claim();
  }
}

/** @param {Storage} storage @returns {string[]} */
function toldOf(storage) {
  try {
    return JSON.parse(storage.getItem(TOLD) ?? '[]');
  } catch {
    return [];
  }
}
