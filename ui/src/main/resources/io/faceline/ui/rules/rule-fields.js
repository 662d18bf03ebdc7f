// @ts-check

/**
 * @typedef {import('./rules-api.js').Rule} Rule
 * @typedef {import('./rules-api.js').Span} Span
 */

/** What a rule can be about; of the absent: a person, somebody of a list, or anybody. */
export const KINDS = [
  'not-listed',
  'listed',
  'person',
  'stranger',
  'together',
  'absent',
  'absent-person',
  'absent-anybody',
  'camera-down',
];

const NAMED = { afterSeconds: 1, goodLooks: 0, matches: 1 };
const SEEN = { afterSeconds: 1, goodLooks: 1, matches: 0 };
const UNNAMED = { afterSeconds: 3, goodLooks: 3, matches: 0 };

/** As the server has them. */
const USUAL = {
  name: '',
  enabled: true,
  where: { sources: [], groups: [], jobs: [], per: 'SOURCE' },
  hours: [],
  limits: { holdSeconds: 40, silenceSeconds: 600, longestSeconds: 86_400, lid: 10, first: 'NO', dayBegins: '00:00' },
  priority: 'NORMAL',
  quiet: null,
  reminderMinutes: null,
  preset: null,
};

/** How sure it must be usually: everybody is unknown in the first looks. @param {string} kind */
export function usualSure(kind) {
  const unknown = kind === 'stranger' || kind === 'not-listed';
  const usual = unknown ? UNNAMED : kind === 'absent-anybody' ? SEEN : NAMED;
  return { ...usual, similarity: null, uncertain: false, levels: /** @type {number[]} */ ([]) };
}

/** Whether it is usual for the kind. @param {Rule['sure']} sure @param {string} kind */
export function isUsualSure(sure, kind) {
  return (
    JSON.stringify({ ...usualSure(kind), ...sure, similarity: sure.similarity ?? null }) ===
    JSON.stringify(usualSure(kind))
  );
}

/** The choice of the form that stands for whom a rule is about. @param {{kind: string, person?: string | null, list?: string | null}} who */
export function kindOf(who) {
  if (who.kind !== 'absent' || who.list !== undefined) {
    return who.kind;
  }
  return who.person ? 'absent-person' : 'absent-anybody';
}

/**
 * A whole rule of what is given of it, as a preset or a server does.
 *
 * @param {any} given
 * @param {string} zone for a rule that has none
 * @returns {Rule}
 */
export function wholeRule(given, zone) {
  const who = given.who ?? { kind: 'not-listed', list: null };
  return {
    ...USUAL,
    ...given,
    who: { ...who, ...shortTimes(who, ['from', 'by']) },
    where: { ...USUAL.where, ...withoutNulls(given.where) },
    zone: given.zone ?? zone,
    hours: (given.hours ?? []).map((/** @type {Span} */ { days, from, to }) => ({
      days: days ?? [],
      from: from.slice(0, 5),
      to: to.slice(0, 5),
    })),
    sure: { ...usualSure(who.kind), ...given.sure },
    limits: { ...USUAL.limits, ...given.limits, ...shortTimes(given.limits, ['dayBegins']) },
    quiet: given.quiet ? { at: [], withinMinutes: 10, ...given.quiet } : null,
  };
}

/** The server may write seconds. @param {any} times @param {string[]} names @returns {Record<string, string>} */
function shortTimes(times, names) {
  return Object.fromEntries(names.filter((name) => times?.[name]).map((name) => [name, times[name].slice(0, 5)]));
}

/** @param {Record<string, unknown> | undefined} fields */
function withoutNulls(fields) {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== null));
}

/**
 * Why a rule does nothing, or null if it works: people switched it off, the system did, or this version cannot judge by it.
 *
 * @param {Rule} rule
 * @returns {'off' | 'disabled' | 'unusable' | null}
 */
export function idleReason({ enabled, disabledBecause, who, where, zone }) {
  if (!enabled) {
    return disabledBecause ? 'disabled' : 'off';
  }
  return KINDS.includes(kindOf(who)) && where.per !== 'UNKNOWN' && isZone(zone) ? null : 'unusable';
}

/** Whether this browser knows the time zone. @param {string} zone */
export function isZone(zone) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Whether the last hour can be asked about it: not of what did not happen. @param {Rule} rule */
export function mayTry({ who }) {
  return who.kind !== 'absent' && who.kind !== 'camera-down';
}

/** Numbers of a text such as "30, 300". @param {string} text */
export function numbersIn(text) {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
}

/** Ids of a text such as "gate, 9-door". @param {string} text */
export function idsIn(text) {
  return text.split(/[\s,;]+/).filter(Boolean);
}
