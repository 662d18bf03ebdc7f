// @ts-check

/** The current page, its parameters and what is asked of it. */
export function currentRoute() {
  return parseRoute(location.hash);
}

/**
 * The route of an address: #/videos/job-1?at=3.6 is {page: 'videos', parameters: ['job-1'], query: at=3.6}.
 *
 * @param {string} hash
 */
export function parseRoute(hash) {
  const [path, ...query] = hash.replace(/^#\/?/, '').split('?');
  const [page, ...parameters] = path.split('/').map(decode);
  return { page: page || 'recognize', parameters, query: new URLSearchParams(query.join('?')) };
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

/**
 * The same, with what is asked of the page.
 *
 * @param {string[]} parts page and parameters
 * @param {URLSearchParams | Record<string, string>} query
 */
export function routeAddressWith(parts, query) {
  const text = new URLSearchParams(query).toString();
  return routeAddress(...parts) + (text && `?${text}`);
}
