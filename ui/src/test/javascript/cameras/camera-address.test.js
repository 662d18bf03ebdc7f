import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEncrypted, ownPage, takeApart } from '#ui/cameras/camera-address.js';

function parts(pasted) {
  const { address, user, password, isUnclear } = takeApart(pasted);
  return [address, user, password, isUnclear];
}

test('user name and password are taken out of a pasted address', () => {
  assert.deepEqual(parts(' rtsp://admin:secret@10.0.0.7:554/stream1?x=1 '), [
    'rtsp://10.0.0.7:554/stream1?x=1',
    'admin',
    'secret',
    false,
  ]);
  assert.deepEqual(parts('http://admin:secret@cam/video'), ['http://cam/video', 'admin', 'secret', false]);
  assert.deepEqual(parts('rtsp://admin@[fe80::1]/live'), ['rtsp://[fe80::1]/live', 'admin', '', false]);
});

test('a password may contain anything', () => {
  assert.deepEqual(parts('rtsp://admin:p@ss:w0rd?#%@10.0.0.7/s').slice(0, 3), [
    'rtsp://10.0.0.7/s',
    'admin',
    'p@ss:w0rd?#%',
  ]);
  assert.deepEqual(parts('rtsps://admin:p@ss/w@10.0.0.7/s'), ['rtsps://10.0.0.7/s', 'admin', 'p@ss/w', false]);
  assert.deepEqual(parts('rtsp://a:b/2@camera.local:8554/s').slice(0, 3), ['rtsp://camera.local:8554/s', 'a', 'b/2']);
});

test('an encoded password is decoded', () => {
  assert.deepEqual(parts('rtsp://us%3Aer:p%40ss%2F@10.0.0.7/s').slice(1, 3), ['us:er', 'p@ss/']);
});

test('where the password ends may be unclear', () => {
  assert.deepEqual(parts('rtsp://admin:a@10.0.0.6/b@10.0.0.7/s'), ['rtsp://10.0.0.7/s', 'admin', 'a@10.0.0.6/b', true]);
});

test('an address without them stays as it is', () => {
  for (const address of [
    'rtsp://10.0.0.7:554/stream@1',
    'rtsp://10.0.0.7/cam@10.0.0.8/',
    'http://cam/a@b',
    'v4l2:///dev/video0',
    'file:///films/me@home.mp4',
    'door',
    '',
  ]) {
    assert.deepEqual(parts(address), [address, '', '', false]);
  }
});

test('a camera’s own page is at its host', () => {
  assert.equal(ownPage('rtsp://10.0.0.7:554/stream1'), 'http://10.0.0.7/');
  assert.equal(ownPage('https://[fe80::1]:8443/x'), 'http://[fe80::1]/');
  assert.equal(ownPage('file:///films/door.mp4'), null);
  assert.equal(ownPage(null), null);
});

test('only encrypted connections have certificates', () => {
  assert.ok(isEncrypted('rtsps://10.0.0.7/s'));
  assert.ok(!isEncrypted('rtsp://10.0.0.7/s'));
});
