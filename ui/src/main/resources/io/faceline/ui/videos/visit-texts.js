// @ts-check
import { formatDuration, formatMoment, formatNumber, formatTime, t, textOfCode } from '../shared/strings.js';

/**
 * A visit as the server returns it, as far as it is shown.
 * @typedef {{millis: number, time: string | null}} Moment
 * @typedef {{id: string, name: string | null}} Person
 * @typedef {object} Other
 * @property {'match' | 'uncertain' | 'unknown'} decision
 * @property {Person | null} person
 * @property {number | null} unknown
 * @property {{from: number, to: number}[]} spans in seconds of the video
 *
 * @typedef {object} Visit
 * @property {string} id
 * @property {{id: string, title: string}} job
 * @property {'match' | 'uncertain' | 'unknown'} decision
 * @property {Person | null} person
 * @property {string | null} cause
 * @property {Moment} from
 * @property {Moment} to
 * @property {number} seconds
 * @property {number} frames
 * @property {number | null} similarity
 * @property {{url: string | null} | null} bestShot
 * @property {Other[]} others
 */

/** From when to when, in the time of the video, and how long. @param {Visit} visit */
export function timeText({ from, to, seconds }) {
  const span = spanText(from.millis / 1000, to.millis / 1000);
  return t('find.time', { span, length: formatDuration(Math.max(1, Math.round(seconds))) });
}

/** The time of day; empty if it is not known when the video was recorded. @param {Visit} visit */
export function clockText({ from }) {
  return from.time === null ? '' : formatMoment(from.time);
}

/** How sure it is, as one or two sentences. @param {Visit} visit */
export function sureText({ decision, cause, similarity, frames }) {
  if (similarity === null) {
    return t('find.byHand');
  }
  const why = decision === 'uncertain' && cause ? `${textOfCode(`cause.${cause}`)} ` : '';
  return `${why}${t('job.similarity', { similarity: formatNumber(similarity, 2) })} ${t('find.frames', { count: frames })}`;
}

/**
 * When both were in view; empty if nobody is looked for together with the person.
 *
 * @param {Visit} visit
 * @param {string} together the id of the other
 */
export function togetherText(visit, together) {
  const other = otherOf(visit, together);
  return other === undefined
    ? ''
    : t('find.together', {
        name: nameOf(other),
        spans: other.spans.map(({ from, to }) => spanText(from, to)).join(', '),
      });
}

/**
 * Who else was in view, apart from the one who is looked for together with the person; empty for nobody.
 *
 * @param {Visit} visit
 * @param {string} together
 */
export function othersText({ others }, together) {
  const names = others.filter(({ person }) => !together || person?.id !== together).map(nameOf);
  return names.length === 0 ? '' : t('find.others', { names: [...new Set(names)].join(', ') });
}

/**
 * The seconds at which the video shows what was searched for.
 *
 * @param {Visit} visit
 * @param {string} together
 */
export function startOf(visit, together) {
  return otherOf(visit, together)?.spans[0]?.from ?? visit.from.millis / 1000;
}

/**
 * @param {Visit} visit
 * @param {string} together
 */
function otherOf({ others }, together) {
  return together ? others.find(({ person }) => person?.id === together) : undefined;
}

/** @param {Other} other */
function nameOf({ decision, person, unknown }) {
  if (unknown !== null) {
    return t('job.unknownPerson', { number: unknown });
  }
  const name = person?.name ?? t('face.nameless');
  return decision === 'match' ? name : t('face.perhaps', { name });
}

/**
 * @param {number} from in seconds
 * @param {number} to in seconds
 */
function spanText(from, to) {
  const [first, last] = [formatTime(from), formatTime(to)];
  return first === last ? first : `${first} – ${last}`;
}
