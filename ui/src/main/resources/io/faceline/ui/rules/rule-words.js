// @ts-check
import { DAYS, dayName } from '../shared/days.js';
import { formatDuration, formatNumber, language, t } from '../shared/strings.js';
import { kindOf } from './rule-fields.js';

/**
 * @typedef {import('./rules-api.js').Rule} Rule
 * @typedef {import('./rules-api.js').Receiver} Receiver
 *
 * What rules name, to say it by its name.
 * @typedef {object} Choices
 * @property {{id: string, name: string}[]} lists
 * @property {{id: string, name: string}[]} groups
 * @property {{id: string, name: string}[]} sources
 * @property {{id: string, name: string}[]} people
 * @property {Receiver[]} receivers
 */

/** The parts of the sentence that the form changes. */
export const PARTS = /** @type {const} */ (['who', 'where', 'when', 'sure', 'often']);

/** @param {{id: string, name: string}[]} items @param {string | null | undefined} id */
export function nameOf(items, id) {
  return items.find((item) => item.id === id)?.name ?? id ?? '…';
}

/** "a, b or c". @param {string[]} names */
function anyOf(names) {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
}

/** "a, b and c". @param {string[]} names */
function allOf(names) {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** A rule as a sentence. @param {Rule} rule @param {Choices} choices */
export function sentenceOf(rule, choices) {
  return t(templateOf(rule), phrasesOf(rule, choices));
}

/** The sentence with {names} of its parts; who is absent, or whether a camera is down, does not depend on all of them. @param {Rule} rule */
export function templateOf({ who }) {
  switch (who.kind) {
    case 'absent':
      return 'rules.sentenceAbsent';
    case 'camera-down':
      return 'rules.sentenceCamera';
    default:
      return 'rules.sentence';
  }
}

/** @param {Rule} rule @param {Choices} choices @returns {Record<string, string>} */
export function phrasesOf(rule, choices) {
  return {
    told: toldText(rule, choices.receivers),
    who: whoText(rule, choices),
    where: whereText(rule, choices),
    when: rule.who.kind === 'absent' ? deadlineText(rule) : whenText(rule),
    sure: sureText(rule),
    often: oftenText(rule),
  };
}

/** Those that a rule's alerts are told. @param {Rule} rule @param {Receiver[]} receivers */
export function receiversOf({ id }, receivers) {
  return receivers.filter(
    ({ enabled, rules }) => enabled && (rules.length === 0 || (id !== undefined && rules.includes(id))),
  );
}

/** @param {Rule} rule @param {Receiver[]} receivers */
function toldText(rule, receivers) {
  const names = receiversOf(rule, receivers).map(({ name }) => name);
  return names.length === 0 ? t('rules.show') : t('rules.tell', { names: allOf(names) });
}

/** @param {Rule} rule @param {Choices} choices */
function whoText({ who }, choices) {
  const kind = kindOf(who);
  const values = {
    list: nameOf(choices.lists, who.list),
    person: nameOf(choices.people, who.person),
    count: who.others ?? 1,
  };
  switch (kind) {
    case 'person':
      return t('rules.who.person', values);
    case 'listed':
      return t('rules.who.listed', values);
    case 'not-listed':
      return t('rules.who.notListed', values);
    case 'stranger':
      return t('rules.who.stranger');
    case 'together':
      return t('rules.who.together', values);
    case 'absent':
      return t('rules.who.absent', values);
    case 'absent-person':
      return t('rules.who.absentPerson', values);
    case 'absent-anybody':
      return t('rules.who.nobody');
    case 'camera-down':
      return t('rules.who.cameraDown');
    default:
      return t('rules.who.newer');
  }
}

/** @param {Rule} rule @param {Choices} choices */
function whereText({ who, where }, { sources, groups }) {
  const names = [
    ...where.sources.map((id) => nameOf(sources, id)),
    ...where.groups.map((id) => nameOf(groups, id)),
    ...where.jobs.map((id) => (id === '*' ? t('rules.anyFilm') : t('rules.film', { id }))),
  ];
  if (who.kind === 'camera-down') {
    return names.length === 0 ? t('rules.anyCamera') : anyOf(names);
  }
  return names.length === 0 ? t('rules.anywhere') : t('rules.at', { places: anyOf(names) });
}

/** @param {Rule} rule */
function whenText({ hours, zone }) {
  if (hours.length === 0) {
    return t('rules.always');
  }
  return t('rules.inZone', { spans: anyOf(hours.map(spanText)), zone });
}

/** @param {import('./rules-api.js').Span} span */
function spanText({ days, from, to }) {
  const times = t('rules.between', { from, to });
  return days.length === 0 || days.length === 7 ? times : t('rules.onDays', { times, days: daysText(days) });
}

/** @param {Rule} rule */
function deadlineText({ who, zone }) {
  const span = { days: who.days ?? [], from: who.from ?? '00:00', to: who.by ?? '…' };
  return t('rules.inZone', { spans: spanText(span), zone });
}

/** Such as "Mon–Fri" or "Sat, Sun". @param {string[]} days */
export function daysText(days) {
  const chosen = DAYS.map((day, i) => (days.includes(day) ? i : -1)).filter((i) => i >= 0);
  const isRow = chosen.length > 2 && chosen[chosen.length - 1] - chosen[0] === chosen.length - 1;
  return isRow
    ? `${dayName(chosen[0])}–${dayName(chosen[chosen.length - 1])}`
    : chosen.map((i) => dayName(i)).join(', ');
}

/** @param {Rule} rule */
function sureText({ who, sure }) {
  const seconds = who.kind === 'camera-down' ? (who.afterSeconds ?? 60) : sure.afterSeconds;
  const parts = [seconds === 0 ? t('rules.atOnce') : t('rules.for', { span: formatDuration(seconds) })];
  if (who.kind !== 'camera-down') {
    if (sure.uncertain) {
      parts.push(t('rules.evenUncertain'));
    }
    if (typeof sure.similarity === 'number') {
      parts.push(t('rules.similar', { similarity: formatNumber(sure.similarity, 2) }));
    }
    if (sure.levels.length > 0) {
      parts.push(t('rules.again', { spans: allOf(sure.levels.map((level) => formatDuration(level))) }));
    }
  }
  return parts.join(', ');
}

/** @param {Rule} rule */
function oftenText({ who, where, limits }) {
  const each = [subjectText(who.kind), breadthText(who.kind, where.per)].filter(Boolean).join(' ');
  if (limits.first === 'DAY') {
    return t('rules.firstOfDay', { each });
  }
  if (limits.first === 'ONCE') {
    return t('rules.firstEver', { each });
  }
  return limits.silenceSeconds === 0
    ? t('rules.eachTime')
    : t('rules.atMost', { span: formatDuration(limits.silenceSeconds), each });
}

/** Silences of those without a name are of all of them together. @param {string} kind */
function subjectText(kind) {
  return kind === 'stranger' || kind === 'camera-down' ? '' : t('rules.aPerson');
}

/** @param {string} kind @param {string} per */
function breadthText(kind, per) {
  if (kind === 'camera-down') {
    return t('rules.aCamera');
  }
  switch (per) {
    case 'SOURCE':
      return kind === 'stranger' ? t('rules.aCamera') : t('rules.andCamera');
    case 'GROUP':
      return kind === 'stranger' ? t('rules.aGroup') : t('rules.andGroup');
    default:
      return kind === 'stranger' ? t('rules.inAll') : '';
  }
}
