import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { parseRoute } from '#ui/shared/router.js';
import { filmAddress, startAt } from '#ui/videos/film-link.js';
import { csvAddress, listVisits, searchAddress, searchOf } from '#ui/videos/visit-search.js';

const NOTHING = { person: '', together: '', isSureOnly: false, order: 'time' };
const ALL = { person: 'p1', together: 'p2', isSureOnly: true, order: 'duration' };

let asked = [];

beforeEach(() => {
  asked = [];
  globalThis.fetch = async (path) => {
    asked.push(path);
    return new Response('{"items":[],"next":null}', { status: 200 });
  };
});

test('a search survives the way through an address', () => {
  for (const search of [NOTHING, ALL, { ...NOTHING, person: 'a/b&c' }]) {
    const { page, parameters, query } = parseRoute(searchAddress(search));

    assert.deepEqual([page, parameters], ['videos', ['find']]);
    assert.deepEqual(searchOf(query), search);
  }
});

test('an order that there is not is the first', () => {
  assert.equal(searchOf(new URLSearchParams({ sort: 'colour' })).order, 'time');
});

test('the server is asked for what is not its default', async () => {
  await listVisits({ ...NOTHING, person: 'p1' }, { limit: 50 });
  await listVisits(ALL, { limit: 200, cursor: 'c1' });

  assert.deepEqual(asked, [
    '/api/v1/visits?person=p1&limit=50',
    '/api/v1/visits?person=p1&with=p2&decision=match&sort=duration&limit=200&cursor=c1',
  ]);
});

test('the file has the same visits as the list', () => {
  assert.equal(csvAddress({ ...NOTHING, person: 'p1' }), '/api/v1/visits?person=p1&format=csv');
});

test('a video is opened at a moment', () => {
  const { parameters, query } = parseRoute(filmAddress('job-1', 3.6));

  assert.deepEqual(parameters, ['job-1']);
  assert.equal(startAt(query), 3.6);
});

test('an address without a moment, or with none that is one, opens the beginning', () => {
  for (const at of ['', 'soon', '-3', 'NaN', 'Infinity']) {
    assert.equal(startAt(new URLSearchParams({ at })), 0);
  }
  assert.equal(startAt(new URLSearchParams()), 0);
});
