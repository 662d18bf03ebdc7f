import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SeenPeople } from '#ui/cameras/seen-people.js';

let seen;

function at(minute) {
  return `2026-12-01T10:${String(minute).padStart(2, '0')}:00Z`;
}

function track(id, decision, name, first, last, isOpen = false) {
  return { id, decision, person: name ? { id: name, name } : null, firstAt: at(first), lastAt: at(last), isOpen };
}

function lines() {
  return seen
    .list()
    .map(({ title, tone, firstAt, lastAt, visits, isHere }) =>
      [title, tone, firstAt.slice(14, 16), lastAt.slice(14, 16), visits, isHere].join(' '),
    );
}

beforeEach(() => {
  seen = new SeenPeople();
});

test('a person is listed once, strangers each, the last first', () => {
  seen.add(
    track('1', 'match', 'Ada', 1, 2),
    track('2', 'unknown', null, 3, 4),
    track('3', 'unknown', null, 5, 6),
    track('4', 'match', 'Ada', 7, 9, true),
    track('5', 'uncertain', 'Ada', 8, 8),
  );

  assert.deepEqual(lines(), [
    'Ada sure 01 09 2 true',
    'Possibly Ada unsure 08 08 1 false',
    'Unknown unknown 05 06 1 false',
    'Unknown unknown 03 04 1 false',
  ]);
});

test('a newer record of a track replaces the older, in whatever order they come', () => {
  seen.add(track('1', 'match', 'Ada', 1, 5));
  seen.add(track('1', 'unknown', null, 1, 2));

  assert.deepEqual(lines(), ['Ada sure 01 05 1 false']);
});

test('somebody who was deleted has no name', () => {
  seen.add(track('1', 'match', null, 1, 2));

  assert.deepEqual(lines(), ['Unnamed person sure 01 02 1 false']);
});

test('a page that stays open for days keeps the newest tracks', () => {
  for (let i = 0; i < 500; i++) {
    seen.add({ ...track(`t${i}`, 'unknown', null, 0, 0), lastAt: new Date(i * 1000).toISOString() });
  }

  assert.equal(seen.list().length, 200);
  assert.equal(seen.list()[0].lastAt, new Date(499_000).toISOString());
});
