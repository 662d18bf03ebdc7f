import { listAllPeople } from '../people/people-api.js';
import { admin } from '../shared/admin.js';
import { requestJson } from '../shared/api.js';

const MAX = 200;

/** What alerts can be filtered by: rules, lists, people and sources, each {id, name}. What cannot be listed is left out. */
export async function filterChoices(signal) {
  const [rule, list, person, source] = await Promise.all([
    named('/api/v1/alert-rules', 'items', signal),
    named('/api/v1/watch-lists', 'items', signal),
    listAllPeople('shared').catch(() => []),
    named('/api/v1/cameras', 'cameras', signal),
  ]);
  return { rule, list, person, source };
}

async function named(path, field, signal) {
  try {
    return (await requestJson(`${path}?limit=${MAX}`, { signal, asAdmin: admin.isSignedIn }))[field];
  } catch {
    return [];
  }
}

/** Those that are listed, and those that the alerts themselves name. */
export function withThoseOf(alerts, choices) {
  const add = (known, found) => [
    ...known,
    ...new Map(
      found.filter(({ id }) => id && known.every((one) => one.id !== id)).map((one) => [one.id, one]),
    ).values(),
  ];
  return {
    rule: add(
      choices.rule,
      alerts.map(({ rule, ruleName }) => ({ id: rule, name: ruleName ?? rule })),
    ),
    list: add(
      choices.list,
      alerts.map(({ list }) => list ?? {}),
    ),
    person: add(
      choices.person,
      alerts.map(({ person }) => person ?? {}),
    ),
    source: add(
      choices.source,
      alerts.map(({ source, sourceName }) => ({ id: source, name: sourceName ?? source })),
    ),
  };
}
