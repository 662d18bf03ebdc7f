// @ts-check
import { language } from '../../shared/strings.js';

/**
 * The time of day, and the date if that is not today's, by the clock of this browser.
 *
 * @param {string} text an ISO 8601 time
 * @param {'short' | 'medium'} [timeStyle] medium has seconds
 */
export function clockText(text, timeStyle = 'short', now = new Date()) {
  return clock(new Date(text), timeStyle, now);
}

/**
 * The same time by the clocks of another zone, with its place, such as "08:03 New York"; null if they show the same as this
 * browser's, or if the browser does not know the zone.
 *
 * @param {string} text an ISO 8601 time
 * @param {string} zone such as America/New_York
 * @param {string} [here] the zone of this browser
 */
export function zoneText(text, zone, here = undefined, now = new Date()) {
  const time = new Date(text);
  try {
    const there = clock(time, 'short', now, zone);
    return there === clock(time, 'short', now, here) ? null : `${there} ${placeOf(zone)}`;
  } catch {
    return null;
  }
}

/**
 * A time, beside it that of a zone if it differs.
 *
 * @param {string} text an ISO 8601 time
 * @param {string} zone
 * @param {'short' | 'medium'} [timeStyle]
 */
export function momentText(text, zone, timeStyle = 'short') {
  const there = zoneText(text, zone);
  return clockText(text, timeStyle) + (there ? ` (${there})` : '');
}

/**
 * @param {Date} time
 * @param {'short' | 'medium'} timeStyle
 * @param {Date} now
 * @param {string} [timeZone]
 */
function clock(time, timeStyle, now, timeZone) {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone });
  const isToday = day.format(time) === day.format(now);
  return new Intl.DateTimeFormat(
    language,
    isToday ? { timeStyle, timeZone } : { dateStyle: 'short', timeStyle, timeZone },
  ).format(time);
}

/** @param {string} zone */
function placeOf(zone) {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}
