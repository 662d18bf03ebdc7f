// @ts-check
import { has, t } from '../shared/strings.js';

/** @typedef {{message: string, body?: {photos?: {rejections: string[]}[]}}} Problem */

/** Why no photo was accepted: the rejections of the photos, or else the problem's message. @param {Problem} problem */
export function rejectionMessage(problem) {
  const rejections = [...new Set(rejectedPhotos(problem).flatMap((photo) => photo.rejections))];
  return rejections.length > 0 ? rejections.map(rejectionText).join(' ') : problem.message;
}

/** The server's verdict on each photo when it accepted none. @param {Problem} problem */
export function rejectedPhotos(problem) {
  return problem.body?.photos ?? [];
}

/** Whether the photos were rejected only because the face is enrolled under another name, which the visitor may override. @param {Problem} problem */
export function isLookalike(problem) {
  const photos = rejectedPhotos(problem);
  return (
    photos.length > 0 &&
    photos.every(({ rejections }) => rejections.length === 1 && rejections[0] === 'ENROLLED_AS_ANOTHER')
  );
}

/** @param {string} rejection */
export function rejectionText(rejection) {
  return has(`rejection.${rejection}`) ? t(`rejection.${rejection}`) : t('rejection.other');
}
