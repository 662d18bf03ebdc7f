// @ts-check

/**
 * An address, and the user name and password that were written in it.
 * @typedef {{address: string, user: string, password: string, isUnclear: boolean}} TakenApart
 */

/** A host as it follows a password: with a dot, a port or brackets, before a path or the end. */
const HOST = /^(?:\[[0-9a-f:.]+\]|[\w-]+(?:\.[\w-]+)+|[\w-]+(?=:\d))(?::\d+)?(?=[/?]|$)/i;

/**
 * Takes user name and password out of a pasted address. The password may contain any character, also @ and /.
 *
 * @param {string} pasted
 * @returns {TakenApart} `isUnclear` if the password may end elsewhere
 */
export function takeApart(pasted) {
  const text = pasted.trim();
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/i.exec(text) ?? [];
  const ends = scheme ? endsOf(rest) : [];
  const at = ends.at(-1);
  if (at === undefined) {
    return { address: text, user: '', password: '', isUnclear: false };
  }
  const [, user, password = ''] = /^([^:]*):?(.*)$/.exec(rest.slice(0, at)) ?? [];
  return {
    address: scheme + rest.slice(at + 1),
    user: decode(user ?? ''),
    password: decode(password),
    isUnclear: ends.length > 1,
  };
}

/** Each @ at which the password may end: before what looks like a host or, if nothing does, the last before the path. @param {string} rest */
function endsOf(rest) {
  const ats = rest.split('').flatMap((character, i) => (character === '@' ? [i] : []));
  const beforeHosts = ats.filter((at) => HOST.test(rest.slice(at + 1)));
  const [authority] = rest.split('/');
  const inAuthority = authority.lastIndexOf('@');
  if (HOST.test(rest) || !/[:@]/.test(authority)) {
    return [];
  }
  return beforeHosts.length > 0 || inAuthority < 0 ? beforeHosts : [inAuthority];
}

/** Text that is not valid percent-encoding is taken literally. @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page that most cameras have at their own host; null for devices and files. @param {string | null} address */
export function ownPage(address) {
  const host = /^(?:rtsps?|https?):\/\/(\[[^\]]+\]|[^/:?#]+)/i.exec(address ?? '')?.[1];
  return host ? `http://${host}/` : null;
}

/** Whether the camera proves who it is by a certificate. @param {string} address */
export function isEncrypted(address) {
  return /^(rtsps|https):/i.test(address);
}
