// @ts-check

/** @typedef {import('./rules-api.js').Receiver} Receiver */

/** As the server has them. */
export const USUAL = {
  name: '',
  enabled: true,
  target: { kind: 'webhook', url: '' },
  rules: /** @type {string[]} */ ([]),
  priority: 'LOW',
  ends: false,
  content: 'IDS',
  late: 'SEND',
  deliverWithinSeconds: 86_400,
  lidPerHour: 120,
  batchSeconds: 0,
  template: null,
};

/** Where it is told: none for a new one. @typedef {'keep' | 'generate' | 'typed' | 'named' | 'none'} KeyChoice */

/** What can be done about the secret of a receiver. @param {Record<string, any>} target @param {boolean} isKnown @returns {KeyChoice[]} */
export function keyChoices(target, isKnown) {
  const has = isKnown && (target.hasSigningKey || target.hasSignIn);
  /** @type {KeyChoice[]} */
  const others = target.kind === 'mqtt' ? ['typed', 'named'] : ['generate', 'typed', 'named'];
  if (has) {
    return ['keep', ...others, 'none'];
  }
  // A new webhook is signed; one that is not signed stays so until somebody wants it.
  return isKnown || target.kind === 'mqtt' ? ['none', ...others] : [...others, 'none'];
}

/**
 * The target as it is sent: of its secret only what changes.
 *
 * @param {{kind: string, url: string, key: string, typed: string, secret: string, keepFormer: boolean, hasFormer: boolean, user: string, prefix: string, discoveryPrefix: string}} given
 */
export function targetOf({ kind, url, key, typed, secret, keepFormer, hasFormer, user, prefix, discoveryPrefix }) {
  if (kind === 'mqtt') {
    return { kind, url, prefix, discoveryPrefix, ...signInOf(key, user, typed, secret) };
  }
  return { kind, url, ...signingKeyOf(key, typed, secret, keepFormer, hasFormer) };
}

/** @param {string} key @param {string} typed @param {string} secret @param {boolean} keepFormer @param {boolean} hasFormer */
function signingKeyOf(key, typed, secret, keepFormer, hasFormer) {
  switch (key) {
    case 'generate':
      return { generateSigningKey: true, hasFormerKey: keepFormer };
    case 'typed':
      return { signingKey: typed, hasFormerKey: keepFormer };
    case 'named':
      return { secret, hasFormerKey: keepFormer };
    case 'none':
      return { signingKey: null };
    default:
      return hasFormer ? { hasFormerKey: keepFormer } : {};
  }
}

/** @param {string} key @param {string} user @param {string} password @param {string} secret */
function signInOf(key, user, password, secret) {
  switch (key) {
    case 'typed':
      return { signIn: `${user}:${password}` };
    case 'named':
      return { secret };
    case 'none':
      return { signIn: null };
    default:
      return {};
  }
}

/** How a receiver does, in a word. @param {Receiver} receiver @returns {'off' | 'disabled' | 'untried' | 'up' | 'down'} */
export function stateOf({ enabled, disabledBecause, status }) {
  if (!enabled) {
    return disabledBecause ? 'disabled' : 'off';
  }
  if (!status) {
    return 'untried';
  }
  return status.isUp ? 'up' : 'down';
}

/** A clock that is further off explains refused signatures. */
const CLOCK_MILLIS = 60_000;

/** By how many seconds its clock is ahead of ours, or behind if negative; null if it is right enough. @param {Receiver} receiver */
export function clockAhead({ status }) {
  const millis = status?.clockAheadMillis ?? 0;
  return Math.abs(millis) < CLOCK_MILLIS ? null : Math.round(millis / 1000);
}
