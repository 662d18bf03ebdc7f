import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iou, LiveTracks } from '#ui/live/live-tracks.js';
import { RULES } from '../shared/test-rules.js';

const INTERVAL_MILLIS = 100;

function face(x, name = null) {
  return {
    box: { x, y: 0.4, w: 0.2, h: 0.2 },
    decision: name ? 'match' : 'unknown',
    confidence: 0.9,
    quality: { score: 0.9 },
    person: name && { person: name },
    name,
  };
}

/** What is shown after answers of one face each. */
function shownAfter(...faces) {
  const tracks = new LiveTracks(RULES);
  faces.forEach((seen, i) => tracks.update([seen], i * INTERVAL_MILLIS, i * INTERVAL_MILLIS));
  return tracks.tracksAt((faces.length - 1) * INTERVAL_MILLIS);
}

test('one sure look names, if it is all there is', () => {
  const [track] = shownAfter(face(0.4, 'Ada'));

  assert.equal(track.face.decision, 'match');
  assert.equal(track.face.confidence, 0.9);
});

test('one look of three names nobody for sure', () => {
  const [track] = shownAfter(face(0.4), face(0.4, 'Ada'), face(0.4));

  assert.equal(track.face.decision, 'uncertain');
  assert.equal(track.face.name, 'Ada');
  assert.equal(track.face.confidence, null);
});

test('two of seven looks name, as in a video', () => {
  const [track] = shownAfter(face(0.4, 'Ada'), face(0.4), face(0.4, 'Ada'), ...Array(4).fill(face(0.4)));

  assert.equal(track.face.decision, 'match');
  assert.equal(track.face.confidence, 0.9);
});

test('two names as often as each other name nobody for sure', () => {
  const [track] = shownAfter(face(0.4, 'Ada'), face(0.4, 'Eve'), face(0.4, 'Ada'), face(0.4, 'Eve'));

  assert.equal(track.face.decision, 'uncertain');
});

test('two people of one name are one', () => {
  const of = (person, other) => ({
    ...face(0.4, person),
    reasons: ['SAME_NAME'],
    candidates: [{ person }, { person: other }],
  });

  const [track] = shownAfter(of('Ada 1', 'Ada 2'), of('Ada 2', 'Ada 1'), of('Ada 1', 'Ada 2'), of('Ada 2', 'Ada 1'));

  assert.equal(track.face.decision, 'match');
});

test('only the last seven looks count', () => {
  const [track] = shownAfter(...Array(9).fill(face(0.4, 'Ada')), ...Array(6).fill(face(0.4, 'Eve')));

  assert.equal(track.face.name, 'Eve');
  assert.equal(track.face.decision, 'match');
});

test('a face that nobody names stays unknown', () => {
  assert.equal(shownAfter(face(0.4), face(0.4))[0].face.decision, 'unknown');
});

test('a moving face keeps its track', () => {
  const tracks = shownAfter(face(0.1), face(0.15), face(0.2), face(0.25));

  assert.deepEqual(
    tracks.map(({ id }) => id),
    [1],
  );
});

test('a face elsewhere is another track', () => {
  const tracks = shownAfter(face(0.1), face(0.6));

  assert.deepEqual(
    tracks.map(({ id }) => id),
    [1, 2],
  );
});

test('two faces keep their tracks in any order', () => {
  const tracks = new LiveTracks(RULES);
  tracks.update([face(0.1, 'Ada'), face(0.6, 'Eve')], 0, 0);
  tracks.update([face(0.61, 'Eve'), face(0.11, 'Ada')], 100, 100);

  assert.deepEqual(
    tracks.tracksAt(100).map(({ id, face: { name } }) => [id, name]),
    [
      [1, 'Ada'],
      [2, 'Eve'],
    ],
  );
});

test('a face that is gone is forgotten', () => {
  const tracks = new LiveTracks(RULES);
  tracks.update([face(0.4)], 0, 0);

  assert.equal(tracks.tracksAt(799).length, 1);
  assert.equal(tracks.tracksAt(800).length, 0);
});

test('a box moves on at the speed of its face, but not for long', () => {
  const tracks = new LiveTracks(RULES);
  tracks.update([face(0.1)], 0, 0);
  tracks.update([face(0.2)], 100, 100);

  const left = (now) => tracks.tracksAt(now)[0].face.box.x;
  const at = [150, 200, 300, 600, 850].map(left);

  assert.ok(
    at.every((x, i) => i === 0 || x > at[i - 1]),
    'it moves on',
  );
  assert.ok(at.at(-1) < 0.2 + 0.0005 * 250 + 1e-9, 'a quarter of a second at half of its speed');
});

test('a track leaves a trail of its last moments', () => {
  const tracks = new LiveTracks(RULES);
  for (let now = 0; now <= 3000; now += 100) {
    tracks.update([face(0.4)], now, now);
    tracks.tracksAt(now);
  }

  const [{ trail }] = tracks.tracksAt(3000);

  assert.equal(trail[0].at, 1600);
  assert.ok(Math.abs(trail[0].x - 0.5) < 1e-9 && Math.abs(trail[0].y - 0.6) < 1e-9);
});

test('intersection over union', () => {
  const box = { x: 0, y: 0, w: 0.2, h: 0.2 };

  assert.equal(iou(box, box), 1);
  assert.equal(iou(box, { ...box, x: 0.3 }), 0);
  assert.ok(Math.abs(iou(box, { ...box, x: 0.1 }) - 1 / 3) < 1e-9);
});
