/** Who was merged into whom in this tab, so that it can be undone. The server knows it too, but tells it of the merged person alone. */
const KEY = 'faceline.merges';

function all() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
}

/** The people {id, name} that became this one. */
export function merged(person) {
  return all().filter(({ into }) => into === person.id);
}

export function remember(person, into) {
  sessionStorage.setItem(KEY, JSON.stringify([...all(), { id: person.id, name: person.name, into: into.id }]));
}

export function forget(person, into) {
  sessionStorage.setItem(KEY, JSON.stringify(all().filter((merge) => merge.id !== person.id || merge.into !== into.id)));
}
