import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InView } from '#ui/live/in-view.js';

function tracked(number, name = null) {
  return { id: `track-${number}`, face: { trackKey: `s/${number}/0`, name } };
}

function untracked(index) {
  return { id: `face-${index}`, face: { trackKey: null, name: null } };
}

function ids(rows) {
  return rows.map(({ id }) => id);
}

test('people are listed in the order in which they came', () => {
  const list = new InView();
  list.update([tracked(1)], 0);

  assert.deepEqual(ids(list.update([tracked(2), tracked(1)], 100)), ['track-1', 'track-2']);
});

test('a row says what the newest frame says', () => {
  const list = new InView();
  list.update([tracked(1)], 0);

  assert.equal(list.update([tracked(1, 'Ada')], 100)[0].face.name, 'Ada');
});

test('a row stays for a moment after its face was last seen', () => {
  const list = new InView();
  list.update([tracked(1)], 0);

  assert.deepEqual(ids(list.update([], 2000)), ['track-1']);
  assert.deepEqual(ids(list.update([], 3000)), []);
});

test('the faces of a frame without tracks are not listed beside those with', () => {
  const list = new InView();
  list.update([tracked(1)], 0);

  assert.deepEqual(ids(list.update([untracked(0)], 100)), ['track-1']);
});

test('faces without tracks are listed while no track is known', () => {
  const list = new InView();

  assert.deepEqual(ids(list.update([untracked(0)], 0)), ['face-0']);
  assert.deepEqual(ids(list.update([tracked(1)], 100)), ['track-1']);
});
