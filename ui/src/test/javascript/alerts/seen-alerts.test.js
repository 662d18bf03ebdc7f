import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeenAlerts } from '#ui/alerts/seen-alerts.js';
import { storage } from './test-alerts.js';

test('what was seen is kept, also of another tab, and not without end', () => {
  const store = storage();
  const here = new SeenAlerts(store);
  new SeenAlerts(store).add('a');
  here.add('b');

  assert.ok(here.has('a') && here.has('b') && !here.has('c'));
  here.add(...Array.from({ length: 2000 }, (_, i) => `x${i}`));
  const again = new SeenAlerts(store);
  assert.ok(!again.has('a') && again.has('x1999'));
});
