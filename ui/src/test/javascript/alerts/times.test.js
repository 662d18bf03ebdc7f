import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneText } from '#ui/alertwords/times.js';

const THEN = '2026-11-28T13:03:00Z';

test('the clock of another zone is shown beside the time', () => {
  assert.match(zoneText(THEN, 'America/New_York', 'Europe/Berlin'), /^8:03\sAM New York$/);
});

test('another day there is said', () => {
  assert.match(zoneText('2026-11-28T15:30:00Z', 'Asia/Tokyo', 'Europe/Berlin'), /^Sun 12:30\sAM Tokyo$/);
});

test('a zone whose clocks show the same is left out, as is one that the browser does not know', () => {
  assert.equal(zoneText(THEN, 'Europe/Paris', 'Europe/Berlin'), null);
  assert.equal(zoneText(THEN, 'Moon/Base', 'Europe/Berlin'), null);
});
