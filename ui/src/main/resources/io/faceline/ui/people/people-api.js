import { askJson, tell } from '../shared/api.js';
import { pause } from '../shared/page-element.js';

const PEOPLE = '/api/v1/people';

/** A part of the list: {items, next}. */
export function listPeople({ scope, cursor, limit = 60, signal }) {
  const query = new URLSearchParams({ limit });
  if (scope) {
    query.set('scope', scope);
  }
  if (cursor) {
    query.set('cursor', cursor);
  }
  return askJson(`${PEOPLE}?${query}`, { signal });
}

/** Everybody to choose from, of a scope or of both. */
export async function peopleToChoose(scope) {
  const people = [];
  let cursor = null;
  do {
    const { items, next } = await listPeople({ scope, cursor, limit: 200 });
    people.push(...items);
    cursor = next;
  } while (cursor);
  return people;
}

/**
 * Adds a person, or photos to the one of this name, as forms offer; returns once the lists show it.
 *
 * @param photos blobs
 * @param allowLookalike also when the face is known under another name
 * @returns what the server says of each photo
 */
export async function enroll(name, photos, scope, allowLookalike = false) {
  const known = (await peopleToChoose(scope)).find((person) => person.name === name.trim());
  return known ? addPhotos(known, photos, allowLookalike) : addPerson(name, photos, scope, allowLookalike);
}

/** Somebody new, whoever else has the name. */
export async function addPerson(name, photos, scope, allowLookalike = false) {
  const form = formOf(photos, allowLookalike);
  form.set('name', name);
  form.set('scope', scope);
  const asAdmin = scope === 'shared';
  const added = await askJson(PEOPLE, { method: 'POST', body: form, asAdmin, headers: idempotent() });
  await awaitListed(added.id);
  return added;
}

export async function addPhotos(person, photos, allowLookalike = false) {
  const added = await askJson(`${pathOf(person.id)}/photos`, {
    method: 'POST', body: formOf(photos, allowLookalike), asAdmin: person.scope === 'shared', headers: idempotent(),
  });
  await awaitListed(person.id, (listed) => listed.photos.length > person.photos.length);
  return added;
}

function formOf(photos, allowLookalike) {
  const form = new FormData();
  form.set('allowLookalike', allowLookalike);
  photos.forEach((photo, i) => form.append('file', photo, photo.name ?? `photo-${i + 1}.jpg`));
  return form;
}

function idempotent() {
  return { 'Idempotency-Key': key() };
}

/** `crypto.randomUUID` is missing where a page is neither local nor secure. */
function key() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The lists follow a moment behind the answer, read by another service. Asked by the list, which answers 200 either way. */
async function awaitListed(id, isSo = () => true) {
  for (let wait = 0.05; wait < 2; wait *= 2) {
    const listed = (await peopleToChoose()).find((person) => person.id === id);
    if (listed && isSo(listed)) {
      return;
    }
    await pause(wait);
  }
}

export function findPerson(id, signal) {
  return askJson(pathOf(id), { signal });
}

export function rename(person, name) {
  return change(person, '', { method: 'PATCH', json: { name } });
}

export function deletePerson(person) {
  return change(person, '', { method: 'DELETE' });
}

export function deletePhoto(person, photo) {
  return tell(photo.url, { method: 'DELETE', asAdmin: person.scope === 'shared' });
}

export function merge(person, into) {
  return change(person, '/merge', { method: 'POST', json: { into: into.id } });
}

export function unmerge(person) {
  return change(person, '/unmerge', { method: 'POST', json: {} });
}

function change(person, path, options) {
  return tell(pathOf(person.id) + path, { ...options, asAdmin: person.scope === 'shared' });
}

function pathOf(id) {
  return `${PEOPLE}/${encodeURIComponent(id)}`;
}
