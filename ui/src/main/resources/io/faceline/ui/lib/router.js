/** What the address asks for: #/videos/job-1?at=3 is {name: 'videos', rest: ['job-1'], query}. */
export function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...rest] = path.split('/').map(decodeURIComponent);
  return { name: name || 'recognize', rest, query: new URLSearchParams(query) };
}

export function go(...parts) {
  location.hash = address(...parts);
}

/** For links. */
export function address(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
