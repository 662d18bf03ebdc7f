import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRoute, routeAddress } from '#ui/shared/router.js';

test('an address has a page and parameters', () => {
  assert.deepEqual(parseRoute('#/videos/job-1'), { page: 'videos', parameters: ['job-1'] });
  assert.deepEqual(parseRoute('#/people'), { page: 'people', parameters: [] });
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
    assert.deepEqual(parseRoute(routeAddress('people', id)), { page: 'people', parameters: [id] });
  }
});
