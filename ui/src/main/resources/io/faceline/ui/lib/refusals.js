import { t, has } from '/ui/lib/strings.js';

/** Why no photo was taken, in plain words: of the photos when the server judged them, else the problem's own. */
export function refusalOf(problem) {
  const rejections = [...new Set(refusedPhotos(problem).flatMap((photo) => photo.rejections))];
  return rejections.length > 0 ? rejections.map(rejectionText).join(' ') : problem.message;
}

/** What the server says of each photo when it took none: reasons with commas between them, photos with semicolons. */
export function refusedPhotos(problem) {
  const photos = problem.code === 'NOT_ENROLLED' ? problem.body.detail.split(';') : [];
  return photos.map((reasons) => ({ isAccepted: false, rejections: reasons.match(/[A-Z_]{2,}/g) ?? [] }));
}

export function rejectionText(rejection) {
  return has(`rejection.${rejection}`) ? t(`rejection.${rejection}`) : rejection;
}
