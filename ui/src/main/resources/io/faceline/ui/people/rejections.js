import { t, has } from '../shared/strings.js';

/** Why no photo was taken, in plain words: of the photos when the server judged them, else the problem's own. */
export function refusalOf(problem) {
  const rejections = [...new Set(refusedPhotos(problem).flatMap((photo) => photo.rejections))];
  return rejections.length > 0 ? rejections.map(rejectionText).join(' ') : problem.message;
}

/** What the server says of each photo when it took none. */
export function refusedPhotos(problem) {
  return problem.body?.photos ?? [];
}

/** Whether the only fault is that the face is known under another name: whoever knows better may add it all the same. */
export function isLookalike(problem) {
  const photos = refusedPhotos(problem);
  return photos.length > 0 && photos.every(({ rejections }) => rejections.length === 1 && rejections[0] === 'ENROLLED_AS_ANOTHER');
}

export function rejectionText(rejection) {
  return has(`rejection.${rejection}`) ? t(`rejection.${rejection}`) : rejection;
}
