import { listCameras } from '../cameras/cameras-api.js';
import { listAllPeople } from '../people/people-api.js';
import { listAll } from './rules-api.js';

/** What rules name. What only the admin may list is left out if the visitor may not. @returns Choices */
export async function loadChoices(signal) {
  const [lists, groups, receivers, sources, people] = await Promise.all([
    listAll('lists', signal),
    listAll('groups', signal),
    listAll('receivers', signal).catch(() => []),
    listCameras(signal)
      .then(({ cameras }) => cameras)
      .catch(() => []),
    listAllPeople('shared').catch(() => []),
  ]);
  return { lists, groups, receivers, sources, people };
}
