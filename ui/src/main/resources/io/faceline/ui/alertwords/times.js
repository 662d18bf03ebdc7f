// @ts-check
import { language } from '../shared/strings.js';

/**
 * The time of day, and the date if that is not today's, by the clock of this browser.
 *
 * @param {string} text an ISO 8601 time
 * @param {'short' | 'medium'} [timeStyle] medium has seconds
 */
export function clockText(text, timeStyle = 'short', now = new Date()) {
  const time = new Date(text);
  return format(time, day(time) === day(now), timeStyle);
}

/**
 * The same time by the clocks of another zone, with its place, such as "8:03 AM New York", and with the day of the week if that is
 * another there; null if they show the same as this browser's, or if the browser does not know the zone.
 *
 * @param {string} text an ISO 8601 time
 * @param {string} zone such as America/New_York
 * @param {string} [here] the zone of this browser
 */
export function zoneText(text, zone, here = undefined) {
  const time = new Date(text);
  try {
    const isSameDay = day(time, zone) === day(time, here);
    const there = format(time, true, 'short', zone);
    if (isSameDay) {
      return there === format(time, true, 'short', here) ? null : `${there} ${placeOf(zone)}`;
    }
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: zone }).format(time);
    return `${weekday} ${there} ${placeOf(zone)}`;
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
 * @param {boolean} isTimeAlone whether the date is left out
 * @param {'short' | 'medium'} timeStyle
 * @param {string} [timeZone]
 */
function format(time, isTimeAlone, timeStyle, timeZone) {
  return new Intl.DateTimeFormat(
    language,
    isTimeAlone ? { timeStyle, timeZone } : { dateStyle: 'short', timeStyle, timeZone },
  ).format(time);
}

/** @param {Date} time @param {string} [timeZone] */
function day(time, timeZone) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone }).format(time);
}

/** @param {string} zone */
function placeOf(zone) {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}
