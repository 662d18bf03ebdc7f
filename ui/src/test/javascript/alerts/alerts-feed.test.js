import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { filterOf } from '#ui/alerts/alert-filter.js';
import { AlertsFeed } from '#ui/alerts/alerts-feed.js';
import { alertOf } from './test-alerts.js';

let leaving;
let streams;
let asked;
let list;
let calls;
let refusal;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  leaving = new AbortController();
  streams = [];
  asked = [];
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
  asked.push(headers['Last-Event-ID'] ? `${path} after ${headers['Last-Event-ID']}` : path);
  if (refusal) {
    return refusal();
  }
  if (path === '/api/v1/alerts/a2') {
    return Response.json(alertOf({ id: 'a2', shot: { frame: 'f' }, picture: '/picture' }));
  }
  if (path !== '/api/v1/alerts/events') {
    return Response.json({ items: list, next: null });
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

function open(text = '') {
  return new AlertsFeed(
    filterOf(new URLSearchParams(text)),
    {
      onList: () => calls.push('list'),
      onAlert: ({ id }, what) => calls.push(`${what} ${id}`),
      onNews: ({ id }) => calls.push(`news ${id}`),
      onRefused: (error) => calls.push(`refused ${error.code}`),
      onUnreachable: () => calls.push('unreachable'),
    },
    leaving.signal,
  );
}

function send(text) {
  streams.at(-1).enqueue(new TextEncoder().encode(text));
  return settled();
}

function tell(alert, id) {
  return send(`event: alert\nid: ${id}\ndata: ${JSON.stringify(alert)}\n\n`);
}

async function settled() {
  for (let i = 0; i < 50; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('alerts are listed, then followed; those that are not asked for are news alone', async () => {
  list = [alertOf()];
  const feed = open('source=door');
  await settled();
  await tell(alertOf({ id: 'a2' }), 5);
  await tell(alertOf({ id: 'a3', source: 'yard' }), 6);
  await tell(alertOf({ revision: 2 }), 7);

  assert.deepEqual(calls, ['list', 'news a2', 'new a2', 'news a3', 'news a1', 'changed a1']);
  assert.equal(feed.book.list().length, 2);
});

test('after a lost connection it goes on behind the last event, and lists nothing anew', async () => {
  const feed = open();
  await settled();
  await tell(alertOf({ id: 'a2' }), 5);
  await send(': \nid: 9\n\n');
  streams[0].close();
  await settled();
  assert.ok(feed.isOnline, 'a moment is no loss');
  mock.timers.tick(1000);
  await settled();
  await tell(alertOf({ id: 'a3' }), 10);

  assert.deepEqual(asked, ['/api/v1/alerts/events', '/api/v1/alerts?limit=50', '/api/v1/alerts/events after 9']);
  assert.deepEqual(calls, ['list', 'news a2', 'new a2', 'news a3', 'new a3']);
});

test('a picture that the server reads a moment later is shown then', async () => {
  mock.timers.setTime(Date.parse('2026-11-28T09:10:20Z'));
  const feed = open();
  await settled();
  await tell(alertOf({ id: 'a2', shot: { frame: 'f' } }), 5);
  mock.timers.tick(2000);
  await settled();

  assert.deepEqual(calls, ['list', 'news a2', 'new a2', 'changed a2']);
  assert.equal(feed.book.get('a2').picture, '/picture');
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

test('who is no admin is told once, and nothing more is asked', async () => {
  refusal = () => Response.json({ code: 'ADMIN_ONLY', detail: '' }, { status: 403 });
  open();
  await settled();
  mock.timers.tick(60_000);
  await settled();

  assert.deepEqual(calls, ['refused ADMIN_ONLY']);
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
