import { request, requestVoid } from '../shared/api.js';

const CORRECTIONS = '/api/v1/corrections';

/** Says that none of these tracks is this person. */
export function sayNot(tracks, person) {
  return correctAll(tracks, { not: [person.id] });
}

/** Says that all of these tracks are this person. */
export function sayIs(tracks, person) {
  return correctAll(tracks, { person: person.id });
}

async function correctAll(tracks, said) {
  await Promise.all(
    tracks.map((track) =>
      request(CORRECTIONS, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ track, ...said }),
      }),
    ),
  );
}

/** Takes back what was said of these tracks. */
export async function takeBack(tracks) {
  await Promise.all(
    tracks.map((track) => requestVoid(`${CORRECTIONS}?track=${encodeURIComponent(track)}`, { method: 'DELETE' })),
  );
}
