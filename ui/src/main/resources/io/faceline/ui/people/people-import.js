import { requestJson } from '../shared/api.js';
import { t } from '../shared/strings.js';
import { addPerson, MAX_PHOTOS_PER_REQUEST } from './people-api.js';
import { rejectionMessage } from './rejections.js';

/**
 * Imports people from an export. Exports of a session hold photos but no embeddings, because those never leave the matcher: such people
 * are enrolled again, one after the other.
 *
 * @param onProgress called with the number of people done and their total
 * @returns {people, refused: [{index, detail}]}, lines counted from 0
 */
export async function importPeople(file, scope, onProgress) {
  const lines = (await file.text()).split('\n').filter((line) => line.trim() !== '');
  if (scope === 'shared' || lines.every((line) => photosOnlyPerson(line) === null)) {
    return send(lines, scope);
  }
  const result = { people: 0, refused: [] };
  for (const [index, line] of lines.entries()) {
    onProgress(index, lines.length);
    await importOne(line, index, result);
  }
  return result;
}

async function importOne(line, index, result) {
  const person = photosOnlyPerson(line);
  try {
    if (person === null) {
      const { people, refused } = await send([line], 'session');
      result.people += people;
      result.refused.push(...refused.map(({ detail }) => ({ index, detail })));
    } else {
      await addPerson(person.name, person.photos.slice(0, MAX_PHOTOS_PER_REQUEST).map(photoOf), 'session', {
        poor: true,
      });
      result.people++;
    }
  } catch (error) {
    result.refused.push({ index, detail: rejectionMessage(error) });
  }
}

/** The person of a line with photos and no embeddings; null for any other line, which the server checks. */
function photosOnlyPerson(line) {
  try {
    const { name, photos = [], references = [] } = JSON.parse(line);
    const isPhotosOnly =
      typeof name === 'string' &&
      references.length === 0 &&
      photos.length > 0 &&
      photos.every(({ cropJpeg }) => cropJpeg);
    return isPhotosOnly ? { name, photos } : null;
  } catch {
    return null;
  }
}

function photoOf({ cropJpeg }, i) {
  try {
    return new File([Uint8Array.from(atob(cropJpeg), (c) => c.charCodeAt(0))], `photo-${i + 1}.jpg`, {
      type: 'image/jpeg',
    });
  } catch {
    throw new Error(t('rejection.UNREADABLE'));
  }
}

function send(lines, scope) {
  return requestJson(`/api/v1/people/import?scope=${scope}`, {
    method: 'POST',
    body: `${lines.join('\n')}\n`,
    asAdmin: scope === 'shared',
    headers: { 'Content-Type': 'application/x-ndjson' },
  });
}
