import { admin } from '../shared/admin.js';
import { request, requestJson, requestVoid } from '../shared/api.js';
import { pause } from '../shared/pause.js';

const PEOPLE = '/api/v1/people';

/** A limit of the server. */
export const MAX_PHOTOS_PER_REQUEST = 20;

/** One page of the list: {items, next}. */
export function listPeople({ scope, cursor, limit = 60, signal }) {
  const query = new URLSearchParams({ limit });
  if (scope) {
    query.set('scope', scope);
  }
  if (cursor) {
    query.set('cursor', cursor);
  }
  return requestJson(`${PEOPLE}?${query}`, { signal, asAdmin: isAskedAsAdmin(scope) });
}

/** A private shared gallery is shown to the admin only. */
function isAskedAsAdmin(scope) {
  return scope === 'shared' && admin.isSignedIn;
}

/** All people of a scope, or of both scopes. Without a scope the server leaves out a private shared gallery, except for the admin. */
export async function listAllPeople(scope) {
  if (!scope && admin.isSignedIn) {
    return [...(await listAllPeople('session')), ...(await listAllPeople('shared'))];
  }
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
 * Adds photos to the person with this name, or a new person if there is none. Returns once the lists show it.
 *
 * @param photos blobs
 * @param allowed what to override, as `overridable` tells: also adds a face that is enrolled under another name, or hard to recognise
 * @returns the server's verdict on each photo
 */
export async function enroll(name, photos, scope, allowed = {}) {
  const known = (await listAllPeople(scope)).find((person) => person.name === name.trim());
  return known ? addPhotos(known, photos, allowed) : addPerson(name, photos, scope, allowed);
}

/** Adds a new person, even if another has the same name. */
export async function addPerson(name, photos, scope, allowed = {}) {
  const form = formOf(photos, allowed);
  form.set('name', name);
  form.set('scope', scope);
  const asAdmin = scope === 'shared';
  const added = await requestJson(PEOPLE, { method: 'POST', body: form, asAdmin, headers: idempotencyHeaders() });
  await awaitListed(added.id);
  return added;
}

export async function addPhotos(person, photos, allowed = {}) {
  const added = await requestJson(`${pathOf(person.id)}/photos`, {
    method: 'POST',
    body: formOf(photos, allowed),
    asAdmin: person.scope === 'shared',
    headers: idempotencyHeaders(),
  });
  await awaitListed(person.id, (listed) => listed.photos.length > person.photos.length);
  return added;
}

function formOf(photos, { lookalike = false, poor = false }) {
  const form = new FormData();
  form.set('allowLookalike', lookalike);
  form.set('allowPoor', poor);
  photos.forEach((photo, i) => form.append('file', photo, photo.name ?? `photo-${i + 1}.jpg`));
  return form;
}

function idempotencyHeaders() {
  return { 'Idempotency-Key': randomKey() };
}

/** `crypto.randomUUID` exists only on secure pages. */
function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The lists show a change a moment later than its answer. Asks the list, which unlike the person answers 200 in any case. */
async function awaitListed(id, isReady = () => true) {
  for (let wait = 0.05; wait < 2; wait *= 2) {
    const listed = (await listAllPeople()).find((person) => person.id === id);
    if (listed && isReady(listed)) {
      return;
    }
    await pause(wait);
  }
}

export async function getPerson(id, signal) {
  try {
    return await requestJson(pathOf(id), { signal });
  } catch (error) {
    if (error.code === 'GALLERY_PRIVATE' && admin.isSignedIn) {
      return requestJson(pathOf(id), { signal, asAdmin: true });
    }
    throw error;
  }
}

/** Shows a person's photo in an image. An image cannot send the admin token, so photos of shared people are fetched for it. */
export async function showPhoto(image, person, photo) {
  if (!isAskedAsAdmin(person.scope)) {
    image.src = photo.url;
    return;
  }
  try {
    const crop = await (await request(photo.url, { asAdmin: true })).blob();
    image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
    image.src = URL.createObjectURL(crop);
  } catch {
    // The place of the photo stays empty, as with one that was deleted meanwhile.
  }
}

export function rename(person, name) {
  return change(person, '', { method: 'PATCH', json: { name } });
}

export function deletePerson(person) {
  return change(person, '', { method: 'DELETE' });
}

export function deletePhoto(person, photo) {
  return requestVoid(photo.url, { method: 'DELETE', asAdmin: person.scope === 'shared' });
}

export function merge(person, into) {
  return change(person, '/merge', { method: 'POST', json: { into: into.id } });
}

export function unmerge(person) {
  return change(person, '/unmerge', { method: 'POST', json: {} });
}

function change(person, path, options) {
  return requestVoid(pathOf(person.id) + path, { ...options, asAdmin: person.scope === 'shared' });
}

/** Whether two photos may show the same person. A turned head looks less similar, so only a clear no counts as no. */
export async function mayBeSamePerson(photo, other) {
  const form = new FormData();
  form.append('file', photo);
  form.append('file', other);
  return (await requestJson('/api/v1/verify', { method: 'POST', body: form })).decision !== 'unknown';
}

function pathOf(id) {
  return `${PEOPLE}/${encodeURIComponent(id)}`;
}
