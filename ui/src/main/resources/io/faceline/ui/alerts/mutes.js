// @ts-check

/**
 * @typedef {import('./alerts-api.js').AlertView} AlertView
 * @typedef {import('./alerts-api.js').Mute} Mute
 * @typedef {'alert' | 'rule' | 'subject' | 'source'} MuteScope
 */

const HOUR_MILLIS = 3_600_000;
/** What the server takes; a minute less, as its clock is another. */
const LONGEST_MILLIS = 168 * HOUR_MILLIS - 60_000;

/** What can be muted because of an alert; the alert alone, until it ends, is first. @param {AlertView} alert @returns {MuteScope[]} */
export function scopesOf({ subject, source }) {
  /** @type {MuteScope[]} */
  const scopes = ['alert', 'rule'];
  if (subject.startsWith('person:')) {
    scopes.push('subject');
  }
  if (source) {
    scopes.push('source');
  }
  return scopes;
}

/**
 * As the server takes it.
 *
 * @param {AlertView} alert
 * @param {MuteScope} scope
 * @param {number} hours for which; an alert alone is muted until it ends
 */
export function muteOf(alert, scope, hours, now = Date.now()) {
  const millis = scope === 'alert' ? LONGEST_MILLIS : Math.min(hours * HOUR_MILLIS, LONGEST_MILLIS);
  const value = { alert: alert.id, rule: alert.rule, subject: alert.subject, source: alert.source }[scope];
  return { [scope]: value, until: new Date(now + millis).toISOString() };
}

/** Whether a mute holds of an alert. @param {Mute} mute @param {AlertView} alert */
export function holdsOf(mute, { id, rule, subject, source, scope }) {
  return (
    isOf(mute.alert, id) &&
    isOf(mute.rule, rule) &&
    isOf(mute.subject, subject) &&
    isOf(mute.source, source) &&
    (!mute.group || scope === `group:${mute.group}`)
  );
}

/** @param {string | null | undefined} asked @param {string | null | undefined} value */
function isOf(asked, value) {
  return !asked || asked === value;
}
