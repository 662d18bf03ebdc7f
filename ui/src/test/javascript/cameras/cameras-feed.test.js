import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { CamerasFeed } from '#ui/cameras/cameras-feed.js';

let leaving;
let streams;
let list;
let calls;
let refusal;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  leaving = new AbortController();
  streams = [];
  list = [];
  calls = [];
  refusal = null;
  globalThis.sessionStorage = { getItem: () => 'the-token', removeItem: () => {} };
  globalThis.fetch = (path, options) => answer(path, options);
});

afterEach(() => {
  leaving.abort();
  mock.timers.reset();
});

function answer(path, { headers, signal }) {
  assert.equal(headers.Authorization, 'Bearer the-token');
  if (refusal) {
    return refusal();
  }
  if (path !== '/api/v1/cameras/events') {
    return Response.json({ cameras: list, fileProblem: null });
  }
  return new Response(
    new ReadableStream({
      start(controller) {
        streams.push(controller);
        signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    }),
  );
}

function refuse(status, code) {
  refusal = () => Response.json({ code, detail: '' }, { status });
}

function open() {
  return new CamerasFeed(
    {
      onList: () => calls.push('list'),
      onEvent: (name, id) => calls.push(`${name} ${id}`),
      onRefused: (error) => calls.push(`refused ${error.code}`),
      onUnreachable: () => calls.push('unreachable'),
    },
    leaving.signal,
  );
}

function tell(name, data) {
  streams.at(-1).enqueue(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
  return settled();
}

async function settled() {
  for (let i = 0; i < 50; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function camera(id) {
  return { id, name: id, enabled: true, state: null, preview: null };
}

test('cameras are listed, then followed', async () => {
  list = [camera('door')];
  const feed = open();
  await settled();
  await tell('preview', { camera: 'door', frame: 'f1', capturedAt: '2026-12-01T10:00:00Z' });

  assert.deepEqual(calls, ['list', 'preview door']);
  assert.ok(feed.isOnline);
});

test('a lost connection is opened again, and cameras that were deleted meanwhile are gone', async () => {
  list = [camera('door'), camera('gate')];
  const feed = open();
  await settled();

  list = [camera('gate')];
  streams[0].close();
  await settled();
  assert.ok(feed.isOnline, 'a moment is no loss');
  mock.timers.tick(1000);
  await settled();

  assert.equal(streams.length, 2);
  assert.deepEqual(
    feed.watches.list().map(({ view }) => view.id),
    ['gate'],
  );
});

test('without the server the page is not online, and asks ever more seldom', async () => {
  const feed = open();
  await settled();
  let tries = 0;
  refusal = () => {
    tries++;
    throw new TypeError('Failed to fetch');
  };
  streams[0].error(new TypeError('network error'));
  await settled();
  for (let second = 0; second < 60; second++) {
    mock.timers.tick(1000);
    await settled();
  }

  assert.ok(!feed.isOnline);
  assert.ok(tries >= 5 && tries <= 9, `${tries} tries`);
  assert.deepEqual(calls, ['list'], 'what is shown stays');
});

test('a server that was never reached says so', async () => {
  refusal = () => {
    throw new TypeError('Failed to fetch');
  };
  open();
  await settled();

  assert.deepEqual(calls, ['unreachable']);
});

test('who is no admin is told once, and nothing more is asked', async () => {
  refuse(403, 'ADMIN_ONLY');
  open();
  await settled();
  mock.timers.tick(60_000);
  await settled();

  assert.deepEqual(calls, ['refused ADMIN_ONLY']);
});

test('a connection that is silent for too long is opened again', async () => {
  open();
  await settled();
  mock.timers.tick(44_000);
  await tell('weather', { camera: 'x' });
  mock.timers.tick(44_000);
  await settled();
  assert.equal(streams.length, 1);

  mock.timers.tick(2000);
  await settled();
  mock.timers.tick(1000);
  await settled();

  assert.equal(streams.length, 2);
});

test('nothing goes on when the page is left', async () => {
  open();
  await settled();
  leaving.abort();
  await settled();
  mock.timers.tick(600_000);
  await settled();

  assert.equal(streams.length, 1);
  assert.deepEqual(calls, ['list']);
});

test('nothing goes on when the feed is closed', async () => {
  const feed = open();
  await settled();
  feed.close();
  await settled();
  mock.timers.tick(600_000);
  await settled();

  assert.equal(streams.length, 1);
});
