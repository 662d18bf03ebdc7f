import { askJson } from '../shared/api.js';
import { addPerson } from './people-api.js';
import { refusalOf } from './rejections.js';
import { t } from '../shared/strings.js';

/** So many photos the server takes of a person in one go. */
const MOST_PHOTOS = 20;

/**
 * Brings people back from an export. That of a session holds photos without embeddings, which never leave the matcher: these are
 * added anew, one person after the other.
 *
 * @param onProgress called with how many of how many were looked at
 * @returns {people, refused: [{index, detail}]}, lines counted from 0
 */
export async function importPeople(file, scope, onProgress) {
  const lines = (await file.text()).split('\n').filter((line) => line.trim() !== '');
  if (scope === 'shared' || lines.every((line) => personOf(line) === null)) {
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
  const person = personOf(line);
  try {
    if (person === null) {
      const { people, refused } = await send([line], 'session');
      result.people += people;
      result.refused.push(...refused.map(({ detail }) => ({ index, detail })));
    } else {
      await addPerson(person.name, person.photos.slice(0, MOST_PHOTOS).map(photoOf), 'session');
      result.people++;
    }
  } catch (error) {
    result.refused.push({ index, detail: refusalOf(error) });
  }
}

/** Of a line with photos alone; null for any other, which is the server's to judge. */
function personOf(line) {
  try {
    const { name, photos = [], references = [] } = JSON.parse(line);
    const isWithPhotosAlone = typeof name === 'string' && references.length === 0 && photos.length > 0 && photos.every(({ cropJpeg }) => cropJpeg);
    return isWithPhotosAlone ? { name, photos } : null;
  } catch {
    return null;
  }
}

function photoOf({ cropJpeg }, i) {
  try {
    return new File([Uint8Array.from(atob(cropJpeg), (c) => c.charCodeAt(0))], `photo-${i + 1}.jpg`, { type: 'image/jpeg' });
  } catch {
    throw new Error(t('rejection.UNREADABLE'));
  }
}

function send(lines, scope) {
  return askJson(`/api/v1/people/import?scope=${scope}`, {
    method: 'POST', body: `${lines.join('\n')}\n`, asAdmin: scope === 'shared', headers: { 'Content-Type': 'application/x-ndjson' },
  });
}
