// @ts-check
import { has, t } from '../shared/strings.js';

/** @typedef {{rejections: string[], weakness?: string}} Photo */
/** @typedef {{message: string, body?: {photos?: Photo[]}}} Problem */
/** @typedef {{lookalike: boolean, poor: boolean}} Allowed */

const LOOKALIKE = 'ENROLLED_AS_ANOTHER';
const POOR = 'POOR_FACE';

/** Why no photo was accepted: the rejections of the photos, or else the problem's message. @param {Problem} problem */
export function rejectionMessage(problem) {
  const texts = new Set(rejectedPhotos(problem).flatMap(rejectionTexts));
  return texts.size > 0 ? [...texts].join(' ') : problem.message;
}

/** Why a photo was rejected, each reason a sentence, and what to do about it. @param {Photo} photo */
export function rejectionTexts({ rejections, weakness }) {
  return [...rejections.map(rejectionText), ...(weakness === undefined ? [] : [weaknessText(weakness)])];
}

/** What makes a face hard to recognise, and the remedy. @param {string} weakness */
export function weaknessText(weakness) {
  return has(`weakness.${weakness}`) ? t(`weakness.${weakness}`) : t('weakness.UNKNOWN');
}

/** The server's verdict on each photo when it accepted none. @param {Problem} problem */
export function rejectedPhotos(problem) {
  return problem.body?.photos ?? [];
}

/**
 * What the visitor may override to add the photos anyway: that the face is enrolled under another name, and that it is
 * hard to recognise. Null if a photo was rejected for anything else.
 *
 * @param {Problem} problem
 * @returns {Allowed | null}
 */
export function overridable(problem) {
  const rejections = rejectedPhotos(problem).flatMap((photo) => photo.rejections);
  const isOverridable = rejections.length > 0 && rejections.every((one) => one === LOOKALIKE || one === POOR);
  return isOverridable ? { lookalike: rejections.includes(LOOKALIKE), poor: rejections.includes(POOR) } : null;
}

/** @param {string} rejection */
function rejectionText(rejection) {
  return has(`rejection.${rejection}`) ? t(`rejection.${rejection}`) : t('rejection.other');
}
