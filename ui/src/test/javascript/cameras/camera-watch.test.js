import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { CameraWatches } from '#ui/cameras/camera-watch.js';

const AT = '2026-12-01T10:00:00.000Z';
let watches;

function view(id, name, more = {}) {
  return { id, name, enabled: true, state: null, preview: null, ...more };
}

function names() {
  return watches.list().map((watch) => watch.view.name);
}

beforeEach(() => {
  watches = new CameraWatches();
});

test('cameras are ordered by name, as people count', () => {
  watches.replaceAll([view('a', 'Hall 10'), view('b', 'Hall 2'), view('c', 'Door')]);

  assert.deepEqual(names(), ['Door', 'Hall 2', 'Hall 10']);
});

test('events change what is known of a camera', () => {
  watches.replaceAll([view('door', 'Door')]);

  assert.equal(watches.apply('camera', view('door', 'Front door')), 'door');
  assert.equal(
    watches.apply('preview', { camera: 'door', frame: 'f1', capturedAt: AT, width: 640, height: 360 }),
    'door',
  );
  watches.apply('faces', {
    camera: 'door',
    frame: 'f1',
    capturedAt: '2026-12-01T09:00:00Z',
    faces: [{ box: {}, track: null, person: null }],
  });
  watches.apply('track', { camera: 'door', id: 't', decision: 'unknown', person: null, firstAt: AT, lastAt: AT });

  const watch = watches.get('door');
  assert.equal(watch.view.name, 'Front door');
  assert.equal(watch.view.preview.frame, 'f1');
  assert.equal(watch.facesAt(AT).length, 1, 'the faces of the frame that the picture shows');
  assert.equal(watch.seen.list().length, 1);
});

test('a camera that is added appears, and one that is deleted goes', () => {
  watches.apply('camera', view('door', 'Door'));
  watches.apply('camera', view('gate', 'Gate'));
  watches.apply('deleted', { camera: 'door' });

  assert.deepEqual(names(), ['Gate']);
});

test('a new list takes off what was deleted meanwhile, and keeps what is known of the others', () => {
  watches.replaceAll([view('door', 'Door'), view('gate', 'Gate')]);
  watches.get('gate').seen.add({ id: 't', decision: 'unknown', person: null, firstAt: AT, lastAt: AT });

  watches.replaceAll([view('gate', 'Gate')]);

  assert.deepEqual(names(), ['Gate']);
  assert.equal(watches.get('gate').seen.list().length, 1);
});

test('events of unknown cameras and of newer servers say nothing', () => {
  watches.replaceAll([view('door', 'Door')]);

  assert.equal(watches.apply('preview', { camera: 'gone' }), null);
  assert.equal(watches.apply('weather', { camera: 'door' }), 'door');
  assert.deepEqual(names(), ['Door']);
});

test('a page that stays open for days does not grow', () => {
  watches.replaceAll([view('door', 'Door')]);
  for (let i = 0; i < 1000; i++) {
    const capturedAt = new Date(i * 1000).toISOString();
    watches.apply('preview', { camera: 'door', frame: `f${i}`, capturedAt, width: 1, height: 1 });
    watches.apply('faces', {
      camera: 'door',
      frame: `f${i}`,
      capturedAt,
      faces: [{ box: {}, track: null, person: null }],
    });
  }

  assert.equal(watches.get('door').facesAt(new Date(999_000).toISOString()).length, 1);
  assert.equal(watches.get('door').facesAt(new Date(0).toISOString()).length, 0);
});
