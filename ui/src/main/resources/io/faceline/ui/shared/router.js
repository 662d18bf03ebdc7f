// @ts-check

/** The current page and its parameters. */
export function currentRoute() {
  return parseRoute(location.hash);
}

/**
 * The route of an address: #/videos/job-1 is {page: 'videos', parameters: ['job-1']}.
 *
 * @param {string} hash
 */
export function parseRoute(hash) {
  const [page, ...parameters] = hash.replace(/^#\/?/, '').split('/').map(decode);
  return { page: page || 'recognize', parameters };
}

/** Text that is not valid percent-encoding is taken literally. @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param {string[]} parts page and parameters */
export function navigate(...parts) {
  location.hash = routeAddress(...parts);
}

/** The address of a route, for links. @param {string[]} parts page and parameters */
export function routeAddress(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
