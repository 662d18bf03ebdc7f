// @ts-check

/**
 * An address, and the user name and password that were written in it.
 * @typedef {{address: string, user: string, password: string}} TakenApart
 */

/**
 * Takes user name and password out of a pasted address. The password may contain any character: it ends at the last @ before the path.
 * If the path has an @ as well, it is unclear where the password ends, unless it has no slash.
 *
 * @param {string} pasted
 * @returns {TakenApart}
 */
export function takeApart(pasted) {
  const text = pasted.trim();
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/i.exec(text) ?? [];
  if (!scheme || !rest) {
    return { address: text, user: '', password: '' };
  }
  const authority = /^[^/]*/.exec(rest)?.[0] ?? '';
  const at = authority.includes('@') ? authority.lastIndexOf('@') : signInWithSlash(rest);
  if (at < 0) {
    return { address: text, user: '', password: '' };
  }
  const [, user, password = ''] = /^([^:]*):?(.*)$/.exec(rest.slice(0, at)) ?? [];
  return { address: scheme + rest.slice(at + 1), user: decode(user ?? ''), password: decode(password) };
}

/** A password with a slash looks like the end of the host: user:pass/word@host. @param {string} rest */
function signInWithSlash(rest) {
  return /^[^:/@]+:[^/@]*[^0-9/@][^/@]*\/[^@]*@/.test(rest) ? rest.lastIndexOf('@') : -1;
}

/** Text that is not valid percent-encoding is taken literally. @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page that most cameras have at their own host; null for devices and files. @param {string} address */
export function ownPage(address) {
  const host = /^(?:rtsps?|https?):\/\/(\[[^\]]+\]|[^/:?#]+)/i.exec(address)?.[1];
  return host ? `http://${host}/` : null;
}

/** Whether the camera proves who it is by a certificate. @param {string} address */
export function isEncrypted(address) {
  return /^(rtsps|https):/i.test(address);
}
