import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AlertBook } from '#ui/alerts/alert-book.js';
import { alertOf } from './test-alerts.js';

function at(id, minute, more = {}) {
  return alertOf({ id, openedAt: `2026-11-28T09:${minute}:00Z`, ...more });
}

function ids(book) {
  return book.list().map(({ id }) => id);
}

test('the newest is first, whenever it comes', () => {
  const book = new AlertBook();
  book.addPage({ items: [at('c', '30'), at('b', '20')], next: null });

  assert.equal(book.apply(at('d', '40')), 'new');
  assert.equal(book.apply(at('a', '10')), 'new');
  assert.deepEqual(ids(book), ['d', 'c', 'b', 'a']);
});

test('a revision does not give way to an earlier one', () => {
  const book = new AlertBook();
  assert.equal(book.apply(at('a', '10', { revision: 3 })), 'new');
  assert.equal(book.apply(at('a', '10', { revision: 2 })), null);
  book.addPage({ items: [at('a', '10', { revision: 1 })], next: null });
  assert.equal(book.get('a').revision, 3);
  assert.equal(book.apply(at('a', '10', { revision: 4 })), 'changed');
});

test('an old alert that is on a page not read yet does not come by itself', () => {
  const book = new AlertBook();
  book.addPage({ items: [at('c', '30'), at('b', '20')], next: 'cursor' });

  assert.equal(book.apply(at('a', '10', { revision: 2 })), null);
  book.addPage({ items: [at('a', '10', { revision: 2 })], next: null });
  assert.deepEqual(ids(book), ['c', 'b', 'a']);
});

test('what is not asked for does not come, and goes when it changes', () => {
  const book = new AlertBook(({ state }) => state === 'OPEN');
  assert.equal(book.apply(at('a', '10', { state: 'CLOSED' })), null);
  assert.equal(book.apply(at('b', '20')), 'new');
  assert.equal(book.apply(at('b', '20', { revision: 2, state: 'CLOSED' })), 'gone');
  assert.deepEqual(ids(book), []);
  assert.equal(book.apply(at('b', '20')), null, 'an earlier revision does not bring it back');
});
