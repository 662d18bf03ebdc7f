import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveTracks } from '#ui/live/live-tracks.js';

const INTERVAL_MILLIS = 100;

/** @param track its number, null if the server does not say */
function face(x, track, name = null) {
  return {
    index: 0,
    box: { x, y: 0.4, w: 0.2, h: 0.2 },
    decision: name ? 'match' : 'unknown',
    confidence: 0.9,
    person: name && { id: name, name },
    name,
    track,
  };
}

/** What is shown after answers, each with these faces. */
function shownAfter(...answers) {
  const tracks = new LiveTracks();
  answers.forEach((faces, i) => tracks.update(faces, i * INTERVAL_MILLIS, i * INTERVAL_MILLIS));
  return tracks.tracksAt((answers.length - 1) * INTERVAL_MILLIS);
}

function idsAfter(...answers) {
  return shownAfter(...answers).map(({ id }) => id);
}

test('a face is shown as its track decides', () => {
  const [track] = shownAfter([face(0.4, 1)], [face(0.4, 1, 'Ada')]);

  assert.equal(track.face.decision, 'match');
  assert.equal(track.face.name, 'Ada');
  assert.equal(track.face.confidence, 0.9);
});

test('the newest decision of a track is shown at once', () => {
  const [track] = shownAfter([face(0.4, 1, 'Ada')], [face(0.4, 1, 'Ada')], [face(0.4, 1)]);

  assert.equal(track.face.decision, 'unknown');
  assert.equal(track.face.name, null);
});

test('a frame that does not agree with its track leaves the confidence of the last one that does', () => {
  const blurred = { ...face(0.4, 1, 'Ada'), confidence: null };

  assert.equal(shownAfter([face(0.4, 1, 'Ada')], [blurred], [blurred])[0].face.confidence, 0.9);
});

test('the confidence of another decision is not shown', () => {
  const of = (changed) => ({ ...face(0.4, 1, 'Ada'), confidence: null, ...changed });

  assert.equal(shownAfter([face(0.4, 1, 'Ada')], [of({ decision: 'uncertain' })])[0].face.confidence, null);
  assert.equal(shownAfter([face(0.4, 1, 'Ada')], [of({ person: { id: 'Eve' } })])[0].face.confidence, null);
});

test('a face keeps its track wherever it is', () => {
  assert.deepEqual(idsAfter([face(0.1, 1)], [face(0.7, 1)]), ['track-1']);
});

test('a face of another track is another one', () => {
  assert.deepEqual(idsAfter([face(0.1, 1)], [face(0.6, 2)]), ['track-1', 'track-2']);
});

test('two faces keep their tracks in any order', () => {
  const tracks = shownAfter([face(0.1, 1, 'Ada'), face(0.6, 2, 'Eve')], [face(0.61, 2, 'Eve'), face(0.11, 1, 'Ada')]);

  assert.deepEqual(
    tracks.map(({ id, face: { name } }) => [id, name]),
    [
      ['track-1', 'Ada'],
      ['track-2', 'Eve'],
    ],
  );
});

test('a face that is not found for a moment stays', () => {
  assert.deepEqual(idsAfter([face(0.1, 1), face(0.6, 2)], [face(0.6, 2)]), ['track-1', 'track-2']);
  assert.deepEqual(idsAfter([face(0.1, 1)], []), ['track-1']);
});

test('a face in whose place another one is goes at once', () => {
  assert.deepEqual(idsAfter([face(0.1, 1)], [face(0.15, 2)]), ['track-2']);
});

test('two faces in one place are both there', () => {
  assert.deepEqual(idsAfter([face(0.1, 1)], [face(0.1, 1), face(0.15, 2)]), ['track-1', 'track-2']);
});

test('a face that is gone is forgotten', () => {
  const tracks = new LiveTracks();
  tracks.update([face(0.4, 1)], 0, 0);

  assert.equal(tracks.tracksAt(799).length, 1);
  assert.equal(tracks.tracksAt(800).length, 0);
});

test('a face without a track is shown where it is, as its frame decides', () => {
  const tracks = shownAfter([face(0.1, null, 'Ada')], [face(0.5, null)]);

  assert.equal(tracks.length, 1);
  assert.equal(tracks[0].face.box.x, 0.5);
  assert.equal(tracks[0].face.decision, 'unknown');
});

test('a face without a track goes with the next answer', () => {
  assert.deepEqual(idsAfter([face(0.1, null)], []), []);
  assert.deepEqual(idsAfter([face(0.1, null)], [face(0.6, 1)]), ['track-1']);
});

test('an answer without tracks replaces what was shown', () => {
  assert.deepEqual(idsAfter([face(0.1, 1)], [face(0.6, null)]), ['face-0']);
});

test('a box moves on at the speed of its face, but not for long', () => {
  const tracks = new LiveTracks();
  tracks.update([face(0.1, 1)], 0, 0);
  tracks.update([face(0.2, 1)], 100, 100);

  const left = (now) => tracks.tracksAt(now)[0].face.box.x;
  const at = [150, 200, 300, 600, 850].map(left);

  assert.ok(
    at.every((x, i) => i === 0 || x > at[i - 1]),
    'it moves on',
  );
  assert.ok(at.at(-1) < 0.2 + 0.0005 * 250 + 1e-9, 'a quarter of a second at half of its speed');
});

test('a track leaves a trail of its last moments', () => {
  const tracks = new LiveTracks();
  for (let now = 0; now <= 3000; now += 100) {
    tracks.update([face(0.4, 1)], now, now);
    tracks.tracksAt(now);
  }

  const [{ trail }] = tracks.tracksAt(3000);

  assert.equal(trail[0].at, 1600);
  assert.ok(Math.abs(trail[0].x - 0.5) < 1e-9 && Math.abs(trail[0].y - 0.6) < 1e-9);
});
