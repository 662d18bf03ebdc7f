import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sayIs, sayNot } from '#ui/shared/corrections.js';

const LIN = { id: 'lin' };

/** What was said, by track, as the server keeps it. */
let said = new Map();
let requests = [];

beforeEach(() => {
  said = new Map();
  requests = [];
  globalThis.fetch = async (_path, { method = 'GET', body }) => {
    requests.push(method);
    if (method === 'PUT') {
      for (const item of JSON.parse(body).items) {
        said.set(item.track, item);
      }
    }
    return new Response(JSON.stringify({ items: [...said.values()] }), { status: 200 });
  };
});

function say(track, not, person = null) {
  said.set(track, { track, not, person });
}

test('all tracks are corrected by one request', async () => {
  await sayNot(['t1', 't2'], LIN);

  assert.deepEqual(requests, ['GET', 'PUT']);
  assert.deepEqual(said.get('t1'), { track: 't1', not: ['lin'], person: null });
  assert.deepEqual(said.get('t2'), { track: 't2', not: ['lin'], person: null });
});

test('a track that several appearances have is said once', async () => {
  await sayNot(['t1', 't1'], LIN);

  assert.equal(said.size, 1);
});

test('who else a track is not is kept', async () => {
  say('t1', ['eve']);

  await sayNot(['t1'], LIN);

  assert.deepEqual(said.get('t1').not, ['eve', 'lin']);
});

test('a name that was given by hand is taken off', async () => {
  say('t1', [], 'lin');
  say('t2', [], 'eve');

  await sayNot(['t1', 't2'], LIN);

  assert.equal(said.get('t1').person, null);
  assert.equal(said.get('t2').person, 'eve');
});

test('a name replaces that the track is not this person', async () => {
  say('t1', ['lin', 'eve']);

  await sayIs(['t1'], LIN);

  assert.deepEqual(said.get('t1'), { track: 't1', not: ['eve'], person: 'lin' });
});

test('taking it back says what was said before', async () => {
  say('t1', ['eve']);

  const takeBack = await sayNot(['t1', 't2'], LIN);
  await takeBack();

  assert.deepEqual(said.get('t1'), { track: 't1', not: ['eve'], person: null });
  assert.deepEqual(said.get('t2'), { track: 't2', not: [], person: null });
});

test('no more people are said than the server takes', async () => {
  say(
    't1',
    Array.from({ length: 100 }, (_, i) => `p${i}`),
  );

  await sayNot(['t1'], LIN);

  assert.equal(said.get('t1').not.length, 100);
  assert.equal(said.get('t1').not.at(-1), 'lin');
});
