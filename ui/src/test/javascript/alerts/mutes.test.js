import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsOf, muteOf, scopesOf } from '#ui/alerts/mutes.js';
import { alertOf } from './test-alerts.js';

const NOW = Date.parse('2026-11-28T10:00:00Z');

test('what an alert has can be muted', () => {
  assert.deepEqual(scopesOf(alertOf()), ['alert', 'rule', 'subject', 'source']);
  assert.deepEqual(scopesOf(alertOf({ subject: 'unknown', source: null })), ['alert', 'rule']);
});

test('a mute names one thing, and ends within seven days', () => {
  assert.deepEqual(muteOf(alertOf(), 'rule', 8, NOW), { rule: 'staff', until: '2026-11-28T18:00:00.000Z' });
  assert.deepEqual(muteOf(alertOf(), 'subject', 1, NOW), { subject: 'person:ada', until: '2026-11-28T11:00:00.000Z' });
  assert.deepEqual(muteOf(alertOf(), 'alert', 1, NOW), { alert: 'a1', until: '2026-12-05T09:59:00.000Z' });
  assert.equal(muteOf(alertOf(), 'source', 168, NOW).until, '2026-12-05T09:59:00.000Z');
});

test('all that a mute names must hold', () => {
  assert.ok(holdsOf({ rule: 'staff' }, alertOf()));
  assert.ok(!holdsOf({ rule: 'staff', source: 'yard' }, alertOf()));
  assert.ok(holdsOf({ group: 'doors' }, alertOf({ scope: 'group:doors' })));
  assert.ok(!holdsOf({ group: 'doors' }, alertOf()));
});
