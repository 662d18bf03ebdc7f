import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOf, filterAddress, filterOf, queryOf, takes } from '#ui/alerts/alert-filter.js';
import { alertOf } from './test-alerts.js';

const NOW = Date.parse('2026-11-28T10:00:00Z');

function filter(text) {
  return filterOf(new URLSearchParams(text));
}

test('a filter is what its address says', () => {
  const address = 'state=OPEN&rule=staff&list=team&person=ada&source=door&last=day';
  assert.equal(filterAddress(filter(address)), `#/alerts?${address}`);
  assert.equal(countOf(filter(address)), 5);
});

test('what an address has wrong is left out', () => {
  assert.equal(filterAddress(filter('state=GONE&last=toString&from=yesterday')), '#/alerts');
  assert.equal(filterAddress(filter('last=constructor')), '#/alerts');
});

test('the server is asked for times', () => {
  assert.equal(queryOf(filter('last=hour'), NOW).get('from'), '2026-11-28T09:00:00.000Z');
  assert.equal(queryOf(filter('from=2026-11-28T08:00:00Z'), NOW).toString(), 'from=2026-11-28T08%3A00%3A00.000Z');
});

test('an alert that comes is taken as the server would', () => {
  const alert = alertOf();
  for (const text of ['', 'state=OPEN', 'rule=staff', 'list=team', 'person=ada', 'source=door', 'last=hour']) {
    assert.ok(takes(filter(text), alert, NOW), text);
  }
  for (const text of ['state=CLOSED', 'rule=x', 'list=x', 'person=x', 'source=x', 'from=2026-11-28T09:20:00Z']) {
    assert.ok(!takes(filter(text), alert, NOW), text);
  }
  assert.ok(!takes(filter('to=2026-11-28T09:10:11Z'), alert, NOW));
  assert.ok(takes(filter('to=2026-11-28T09:10:12Z'), alert, NOW));
  assert.ok(takes(filter('person=bob'), alertOf({ person: null, wasPerson: { id: 'bob', name: 'Bob' } }), NOW));
  assert.ok(!takes(filter('list=team'), alertOf({ list: null }), NOW));
});
