import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { CameraFaces } from '#ui/cameras/camera-faces.js';

const BOX = { x: 0.1, y: 0.2, w: 0.1, h: 0.2 };
let faces;

function at(seconds) {
  return new Date(Date.UTC(2026, 11, 1) + seconds * 1000).toISOString();
}

function answer(frame, seconds, ...names) {
  faces.add({
    camera: 'door',
    frame,
    capturedAt: at(seconds),
    faces: names.map((name) => ({
      box: BOX,
      track: { id: `track-${name}`, number: 1, decision: 'match' },
      person: { id: name, name },
    })),
  });
}

function namesOf(shown) {
  return shown.map(({ face }) => face.name);
}

beforeEach(() => {
  faces = new CameraFaces();
});

test('a picture shows the faces of its own frame', () => {
  answer('f1', 1, 'Ada');
  answer('f2', 1.2, 'Bob');

  assert.deepEqual(namesOf(faces.of('f1', at(1))), ['Ada']);
});

test('a picture whose frame had no answer shows the faces nearest in time', () => {
  answer('f1', 1, 'Ada');
  answer('f2', 2.5, 'Bob');

  assert.deepEqual(namesOf(faces.of('f9', at(2.4))), ['Bob']);
  assert.deepEqual(namesOf(faces.of(null, at(1.1))), ['Ada']);
});

test('faces of long before are gone', () => {
  answer('f1', 1, 'Ada');

  assert.deepEqual(faces.of(null, at(3.1)), []);
  assert.deepEqual(faces.of(null, null), []);
});

test('an answer without faces takes them off', () => {
  answer('f1', 1, 'Ada');
  answer('f2', 1.5);

  assert.deepEqual(faces.of(null, at(1.6)), []);
});

test('faces are shown as they were decided', () => {
  faces.add({ camera: 'door', frame: 'f1', capturedAt: at(1), faces: [{ box: BOX, track: null, person: null }] });

  assert.deepEqual(faces.of('f1', at(1)), [
    { id: null, face: { box: BOX, decision: 'unknown', confidence: null, name: null } },
  ]);
});
