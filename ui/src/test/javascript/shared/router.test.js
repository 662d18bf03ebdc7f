import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRoute, routeAddress, routeAddressWith } from '#ui/shared/router.js';

function pageAndParameters(hash) {
  const { page, parameters } = parseRoute(hash);
  return [page, parameters];
}

test('an address has a page and parameters', () => {
  assert.deepEqual(pageAndParameters('#/videos/job-1'), ['videos', ['job-1']]);
  assert.deepEqual(pageAndParameters('#/people'), ['people', []]);
});

test('an address can ask something of the page', () => {
  const { page, parameters, query } = parseRoute('#/videos/job-1?at=3.6&with=a%26b');

  assert.deepEqual([page, parameters], ['videos', ['job-1']]);
  assert.deepEqual(Object.fromEntries(query), { at: '3.6', with: 'a&b' });
  assert.equal(parseRoute('#/videos').query.size, 0);
});

test('what is asked survives the way through an address', () => {
  const { parameters, query } = parseRoute(routeAddressWith(['videos', '?job'], { person: 'Zoë & co/?#' }));

  assert.deepEqual(parameters, ['?job']);
  assert.equal(query.get('person'), 'Zoë & co/?#');
  assert.equal(routeAddressWith(['videos'], {}), '#/videos');
});

test('an empty address is the first page', () => {
  for (const hash of ['', '#', '#/']) {
    assert.equal(parseRoute(hash).page, 'recognize');
  }
});

test('text that is not valid percent-encoding is taken literally', () => {
  assert.equal(parseRoute('#/%E0%A4%A').page, '%E0%A4%A');
});

test('parameters survive the way through an address', () => {
  for (const id of ['a/b', '100 %', 'Zoë', '王小明', '?x=1#y']) {
    assert.deepEqual(pageAndParameters(routeAddress('people', id)), ['people', [id]]);
  }
});
