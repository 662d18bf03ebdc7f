import { t, has } from '/ui/lib/strings.js';

/** Why no photo was taken, in plain words: of the photos when the server judged them, else the problem's own. */
export function refusalOf(problem) {
  const rejections = [...new Set((problem.body?.photos ?? []).flatMap((photo) => photo.rejections ?? []))];
  return rejections.length > 0 ? rejections.map(rejectionText).join(' ') : problem.message;
}

export function rejectionText(rejection) {
  return has(`rejection.${rejection}`) ? t(`rejection.${rejection}`) : rejection;
}
