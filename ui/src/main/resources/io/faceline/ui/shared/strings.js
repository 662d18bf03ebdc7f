import { en } from '../strings/en.js';

/** Another language is another file like `strings/en.js`, and a line here. */
const languages = { en };
const language = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in languages) ?? 'en';
const plurals = new Intl.PluralRules(language);

document.documentElement.lang = language;

/**
 * The text of a key, with {name} replaced. A text of several forms is chosen by `count`: {one: '…', other: '…'}.
 * A key that no file has is a mistake, and shown as it is.
 */
export function t(key, values = {}) {
  let text = languages[language][key] ?? en[key] ?? key;
  if (typeof text === 'object') {
    text = text[plurals.select(values.count)] ?? text.other;
  }
  return text.replace(/\{(\w+)\}/g, (mark, name) => formatted(values[name] ?? mark));
}

/** Whether there is such a text. */
export function has(key) {
  return key in en;
}

function formatted(value) {
  return typeof value === 'number' ? number(value) : String(value);
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

export function percent(share) {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}

/** How sure something is: never all of it. */
export function sureness(share) {
  return share > 0.99 ? `> ${percent(0.99)}` : percent(share);
}

export function dateTime(text) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

/** Seconds of a film as 1:02:03 or 2:03. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** 12.3 MB. */
export function bytes(count) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, count)) / Math.log(1000)));
  return new Intl.NumberFormat(language, {
    style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(count / 1000 ** power);
}
