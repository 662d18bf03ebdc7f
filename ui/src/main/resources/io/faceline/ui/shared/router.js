/** What the address asks for: #/videos/job-1 is {name: 'videos', rest: ['job-1']}. */
export function route() {
  const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  return { name: name || 'recognize', rest };
}

/** What nobody encoded stands for itself. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function go(...parts) {
  location.hash = address(...parts);
}

/** For links. */
export function address(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
