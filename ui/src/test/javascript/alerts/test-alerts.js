/** An open alert about Ada at the front door. */
export function alertOf(more = {}) {
  return {
    id: 'a1',
    revision: 1,
    state: 'OPEN',
    reason: null,
    changes: ['OPENED'],
    notifies: true,
    priority: 'NORMAL',
    rule: 'staff',
    kind: 'APPEARED',
    subject: 'person:ada',
    scope: 'source:door',
    source: 'door',
    tracks: ['t1'],
    firstSeen: '2026-11-28T09:10:11Z',
    lastSeen: '2026-11-28T09:10:31Z',
    zone: 'Europe/Berlin',
    secondsInView: 3,
    identity: { decision: 'match', person: 'ada', matches: 3, goodLooks: 4, similarity: 0.712, threshold: 0.5 },
    count: 0,
    level: 0,
    acknowledged: null,
    muted: false,
    late: false,
    ageMillis: 100,
    openedAt: '2026-11-28T09:10:12Z',
    writtenAt: '2026-11-28T09:10:12Z',
    ruleName: 'Staff comes',
    person: { id: 'ada', name: 'Ada' },
    wasPerson: null,
    sourceName: 'Front door',
    groupName: null,
    list: { id: 'team', name: 'Team', colour: '#d33a2c' },
    picture: null,
    referencePicture: null,
    ...more,
  };
}

/** As localStorage. */
export function storage() {
  const items = new Map();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
}
