import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorthTelling, tellOnce } from '#ui/alerts/alert-notices.js';
import { alertOf, storage } from './test-alerts.js';

const NOW = Date.parse('2026-11-28T09:10:20Z');

test('what opens is told, nothing else', () => {
  assert.ok(isWorthTelling(alertOf(), NOW));
  assert.ok(isWorthTelling(alertOf({ revision: 2, changes: ['UNMUTED'] }), NOW));
  for (const quiet of [
    { muted: true },
    { late: true },
    { notifies: false },
    { changes: ['BETTER_SHOT'] },
    { state: 'CLOSED', changes: ['OPENED', 'CLOSED'] },
  ]) {
    assert.ok(!isWorthTelling(alertOf(quiet), NOW), JSON.stringify(quiet));
  }
  assert.ok(!isWorthTelling(alertOf(), NOW + 300_000), 'what came after a lost connection is no news');
});

test('an alert is told once, also in two tabs at once', async () => {
  let queue = Promise.resolve();
  const locks = {
    request: (_name, work) => {
      queue = queue.then(work);
      return queue;
    },
  };
  const browser = { storage: storage(), locks };
  const told = [];

  await Promise.all([
    tellOnce('a', () => told.push('tab 1'), browser),
    tellOnce('a', () => told.push('tab 2'), browser),
  ]);
  await tellOnce('b', () => told.push('b'), browser);

  assert.deepEqual(told, ['tab 1', 'b']);
});

test('a page that is not secure has no locks', async () => {
  const browser = { storage: storage(), locks: null };
  browser.storage.setItem('faceline.alerts.told', 'broken');
  const told = [];
  await tellOnce('a', () => told.push('a'), browser);
  await tellOnce('a', () => told.push('a'), browser);

  assert.deepEqual(told, ['a']);
});
