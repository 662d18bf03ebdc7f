import assert from 'node:assert/strict';
import { before, test } from 'node:test';

const sockets = [];

class FakeSocket extends EventTarget {
  static OPEN = 1;
  readyState = 0;

  constructor() {
    super();
    sockets.push(this);
  }

  open() {
    this.readyState = FakeSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  closeWith(code) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  close() {
    this.closeWith(1000);
  }
}

/** Shows a frame whenever the test says so. */
class FakeVideo {
  #callback = null;
  requestVideoFrameCallback = (callback) => (this.#callback = callback);
  show = () => this.#callback(0, {});
}

let LiveFrames;

before(async () => {
  globalThis.WebSocket = FakeSocket;
  globalThis.location = { protocol: 'http:', host: 'localhost' };
  ({ LiveFrames } = await import('#ui/live/live-frames.js'));
});

function start() {
  sockets.length = 0;
  const video = new FakeVideo();
  const frames = new LiveFrames(video, 640);
  const problems = [];
  frames.addEventListener('problem', ({ detail }) => problems.push(detail.message));
  frames.start();
  sockets[0].open();
  return { video, frames, problems };
}

test('a connection that the server closes for its silence is no problem, and the next frame opens another', () => {
  const { video, frames, problems } = start();
  frames.isPaused = true;
  video.show();

  sockets[0].closeWith(1001);
  video.show();
  assert.equal(sockets.length, 1);
  assert.deepEqual(problems, []);

  frames.isPaused = false;
  video.show();
  assert.equal(sockets.length, 2);
  frames.stop();
});

test('a connection that is lost is told', () => {
  const { frames, problems } = start();

  sockets[0].closeWith(1006);

  assert.equal(problems.length, 1);
  frames.stop();
});
