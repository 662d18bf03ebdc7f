// @ts-check
import { language } from './strings.js';

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MILLIS = 86_400_000;

/** Such as "Mon". @param {number} i 0 is Monday */
export function dayName(i) {
  const day = new Date(MONDAY + i * DAY_MILLIS);
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(day);
}
