// @ts-check
import { en } from '../strings/en.js';

/** A text, or its plural forms. @typedef {string | {one: string, other: string}} Text */

/** To add a language, add a file like `strings/en.js` and list it here. @type {Record<string, Record<string, Text>>} */
const languages = { en };

/** The first of the browser's languages that there are texts for. */
export const language = firstKnown(globalThis.navigator?.languages ?? []);

const plurals = new Intl.PluralRules(language);

/** @param {readonly string[]} tags such as `en-GB` */
function firstKnown(tags) {
  return tags.map((tag) => tag.split('-')[0]).find((tag) => tag in languages) ?? 'en';
}

/**
 * The text of a key, with each {name} replaced by its value. `count` selects the plural form.
 * An unknown key is returned as it is, so that it is noticed.
 *
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 */
export function t(key, values = {}) {
  const text = languages[language][key] ?? languages.en[key] ?? key;
  return pluralForm(text, Number(values.count)).replace(/\{(\w+)\}/g, (placeholder, name) =>
    format(values[name] ?? placeholder),
  );
}

/**
 * @param {Text} text
 * @param {number} count
 */
function pluralForm(text, count) {
  if (typeof text === 'string') {
    return text;
  }
  return plurals.select(count) === 'one' ? text.one : text.other;
}

/**
 * As t, of a key that ends with a code of the server. A newer server may say one without a text here: it is shown itself.
 *
 * @param {string} key
 * @param {Record<string, unknown>} values
 */
export function textOfCode(key, values = {}) {
  return has(key) ? t(key, values) : key.slice(key.lastIndexOf('.') + 1);
}

/** @param {string} key */
export function has(key) {
  return key in languages.en;
}

/** @param {unknown} value */
function format(value) {
  return typeof value === 'number' ? formatNumber(value) : String(value);
}

/** @param {number} value */
export function formatNumber(value, digits = 0) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
    value,
  );
}

/** @param {number} share 0 to 1 */
export function formatPercent(share) {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}

/** A confidence as a percentage; never 100 %. @param {number} share 0 to 1 */
export function formatConfidence(share) {
  return share > 0.99 ? `> ${formatPercent(0.99)}` : formatPercent(share);
}

/** @param {string} text an ISO 8601 time */
export function formatDateTime(text) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

/** A time of day to the second, with its date. @param {string} text an ISO 8601 time */
export function formatMoment(text) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(text));
}

/** A time within a video: 2:03 or 1:02:03. @param {number} seconds */
export function formatTime(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A size such as 12.3 MB. @param {number} count of bytes */
export function formatBytes(count) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, count)) / Math.log(1000)));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power],
    unitDisplay: 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(count / 1000 ** power);
}

/** @type {[string, number][]} */
const DURATION_UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** For example "7 days" or "36 hours": in the largest unit that gives a whole number. @param {number} seconds */
export function formatDuration(seconds) {
  const [unit, length] = DURATION_UNITS.find(([, size]) => seconds % size === 0) ?? ['second', 1];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / length);
}
