import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipOf, clipPath, shotDownload } from '#ui/videos/jobs-api.js';

test('a clip shows a moment more than the appearance', () => {
  assert.deepEqual(clipOf({ from: 3.6, to: 7.8 }), { from: 2.6, to: 8.8 });
});

test('a clip does not begin before the video', () => {
  assert.deepEqual(clipOf({ from: 0.4, to: 0.4 }), { from: 0, to: 1.4 });
});

test('a clip of a long appearance is as long as the server cuts', () => {
  assert.deepEqual(clipOf({ from: 100, to: 4000 }), { from: 99, to: 699 });
});

test('a clip is asked for in milliseconds', () => {
  assert.equal(clipPath('job-a', { from: 2.6004, to: 8.8 }), '/api/v1/jobs/job-a/clip?from=2600&to=8800');
});

test('a saved shot is that of the page', () => {
  assert.equal(
    shotDownload({ url: '/api/v1/jobs/job-a/shots/0-0?frame=3' }),
    '/api/v1/jobs/job-a/shots/0-0?frame=3&download',
  );
});
