// @ts-check

import { clockText, momentText } from '../alertwords/times.js';
import { formatNumber, language, t, textOfCode } from '../shared/strings.js';

/** @typedef {import('./alerts-api.js').AlertView} AlertView */

/** Open, or why it is closed. @param {AlertView} alert */
export function stateText({ state, reason }) {
  return state === 'OPEN' ? t('alerts.open') : textOfCode(`alerts.reason.${reason ?? 'UNKNOWN'}`);
}

/** Where it was; a rule may look at many places at once. @param {AlertView} alert */
export function whereText({ sourceName, groupName }) {
  return [sourceName, groupName].filter(Boolean).join(', ') || t('alerts.everywhere');
}

/** From when to when, with the clock of the rule beside it if that shows another time. @param {AlertView} alert */
export function whenText({ firstSeen, lastSeen, zone, state }) {
  const first = momentText(firstSeen, zone);
  const isMoment = clockText(firstSeen) === clockText(lastSeen);
  return isMoment || state === 'OPEN' ? first : t('alerts.fromTo', { first, last: clockText(lastSeen) });
}

/** How similar the face is, and how similar it must be; empty if nobody was compared. @param {AlertView} alert */
export function similarityText({ identity }) {
  return typeof identity?.similarity !== 'number'
    ? ''
    : t('alerts.similarity', {
        similarity: formatNumber(identity.similarity, 2),
        threshold: formatNumber(identity.threshold, 2),
      });
}

/** A span such as "40 s" or "2 h". @param {number} seconds */
export function spanText(seconds) {
  const [unit, length] = /** @type {[string, number][]} */ ([
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ]).find(([, size]) => seconds >= size) ?? ['second', 1];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.max(0, Math.floor(seconds / length)));
}

/**
 * What is special about it.
 *
 * @param {AlertView} alert
 * @returns {{text: string, tone?: 'sure' | 'unsure' | 'unknown'}[]}
 */
export function marksOf(alert) {
  return [
    alert.priority === 'HIGH' && { text: t('alerts.high'), tone: /** @type {const} */ ('unknown') },
    alert.wasPerson && { text: t('alerts.was', { name: alert.wasPerson.name }), tone: /** @type {const} */ ('unsure') },
    alert.late && {
      text: t('alerts.late', { age: spanText(alert.ageMillis / 1000) }),
      tone: /** @type {const} */ ('unsure'),
    },
    alert.level > 0 && { text: t('alerts.level', { count: alert.level }) },
    alert.count > 0 && alert.kind !== 'CROWD' && { text: t('alerts.again', { count: alert.count }) },
    alert.muted && { text: t('alerts.muted') },
    alert.acknowledged && {
      text: t('alerts.acknowledgedBy', { name: alert.acknowledged.by }),
      tone: /** @type {const} */ ('sure'),
    },
  ].filter((mark) => mark !== false && mark !== null && mark !== undefined);
}
