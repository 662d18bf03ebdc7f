import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksOf, similarityText, spanText, stateText, whereText } from '#ui/alerts/alert-texts.js';
import { alertOf } from './test-alerts.js';

test('an alert is open, or says why it is closed', () => {
  assert.equal(stateText(alertOf()), 'Open');
  assert.equal(stateText(alertOf({ state: 'CLOSED', reason: 'ENDED' })), 'Ended');
  assert.equal(stateText(alertOf({ state: 'CLOSED', reason: 'EATEN' })), 'EATEN');
});

test('similarity is shown against what is needed', () => {
  assert.equal(similarityText(alertOf()), 'similarity 0.71, needs 0.50');
  assert.equal(similarityText(alertOf({ identity: null })), '');
  assert.equal(similarityText(alertOf({ identity: { decision: 'unknown', threshold: 0.5 } })), '');
});

test('a place is a camera, a group, or anywhere', () => {
  assert.equal(whereText(alertOf()), 'Front door');
  assert.equal(whereText(alertOf({ sourceName: null, groupName: 'Doors' })), 'Doors');
  assert.equal(whereText(alertOf({ sourceName: null })), 'Anywhere');
});

test('what is special is marked', () => {
  assert.deepEqual(marksOf(alertOf()), []);
  const marks = marksOf(
    alertOf({
      priority: 'HIGH',
      wasPerson: { id: 'bob', name: 'Bob' },
      late: true,
      ageMillis: 7_300_000,
      level: 2,
      count: 3,
      muted: true,
      acknowledged: { by: 'Eve', at: '2026-11-28T09:12:00Z' },
    }),
  );
  assert.deepEqual(
    marks.map(({ text }) => text),
    ['Important', 'was Bob', '2 hr late', 'Stays: level 2', '3 more times', 'Muted', '✓ Eve'],
  );
});

test('a crowd is counted in its title alone', () => {
  assert.deepEqual(marksOf(alertOf({ kind: 'CROWD', count: 90 })), []);
});

test('spans are short', () => {
  assert.equal(spanText(0.4), '0 sec');
  assert.equal(spanText(119), '1 min');
  assert.equal(spanText(200_000), '2 days');
});
