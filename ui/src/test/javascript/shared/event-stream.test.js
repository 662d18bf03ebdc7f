import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvents } from '#ui/shared/event-stream.js';

async function eventsOf(...parts) {
  const events = [];
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      parts.forEach((part) => controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part));
      controller.close();
    },
  });
  await readEvents(body, ({ name, data }) => events.push(`${name}: ${data}`));
  return events;
}

test('events are read in whatever parts they arrive', async () => {
  assert.deepEqual(await eventsOf('event: cam', 'era\ndata: {"id"', ':1}\n', '\nevent: preview\ndata: 2\n\n'), [
    'camera: {"id":1}',
    'preview: 2',
  ]);
});

test('comments, unknown fields and events without data are no events', async () => {
  assert.deepEqual(await eventsOf(': still here\n\nid: 7\nevent: a\n\ndata: 1\n\n'), ['message: 1']);
});

test('lines may end as on Windows, and data may have several', async () => {
  assert.deepEqual(await eventsOf('event: a\r\ndata: 1\r\ndata: 2\r\n\r\n'), ['a: 1\n2']);
});

test('a character may be cut in two', async () => {
  const bytes = new TextEncoder().encode('data: Zoë\n\n');
  assert.deepEqual(await eventsOf(bytes.slice(0, 9), bytes.slice(9)), ['message: Zoë']);
});

test('what has not ended is no event', async () => {
  assert.deepEqual(await eventsOf('data: 1\n'), []);
});

test('ids are told after their events, with and without data', async () => {
  const told = [];
  const body = new Response('event: a\nid: 7\ndata: 1\n\n: \nid: 8\n\ndata: 2\n\n').body;
  await readEvents(
    body,
    ({ data }) => told.push(data),
    () => {},
    (id) => told.push(`id ${id}`),
  );
  assert.deepEqual(told, ['1', 'id 7', 'id 8', '2']);
});
