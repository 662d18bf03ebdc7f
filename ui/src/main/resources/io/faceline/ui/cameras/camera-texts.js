// @ts-check
import { formatNumber, language, t } from '../shared/strings.js';

/** @typedef {import('./cameras-api.js').Figures} Figures */

/** @type {[Intl.RelativeTimeFormatUnit & string, number][]} */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A time span in the largest unit that gives at least 1, such as "3 min". @param {number} seconds */
export function ageText(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [unit, length] = UNITS.find(([, size]) => whole >= size) ?? ['second', 1];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.floor(whole / length),
  );
}

/**
 * The time of day, and the date if that is not today's.
 *
 * @param {string} text an ISO 8601 time
 * @param {'short' | 'medium'} [timeStyle] medium has seconds
 */
export function clockText(text, timeStyle = 'short', now = new Date()) {
  const time = new Date(text);
  const isToday = time.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(language, isToday ? { timeStyle } : { dateStyle: 'short', timeStyle }).format(time);
}

/** @param {Figures} figures */
export function rateText({ framesPerSecond }) {
  return t('cameras.rate', { rate: formatNumber(framesPerSecond, 1) });
}

/** @param {Figures} figures */
export function delayText({ delayMillis }) {
  return delayMillis === null || delayMillis === undefined ? '–' : t('unit.ms', { value: Math.round(delayMillis) });
}

/** @param {Figures} figures */
export function sizeText({ width, height }) {
  return width > 0 ? `${width}×${height}` : '–';
}
