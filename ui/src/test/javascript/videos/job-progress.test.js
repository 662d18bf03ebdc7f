import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnfinished, progressShare, progressText } from '#ui/videos/job-progress.js';

const QUEUED = { state: 'QUEUED', bytes: 12_300_000, frames: 0, lost: 0, framesExpected: null, duration: null };
const RUNNING = {
  ...QUEUED,
  state: 'RUNNING',
  frames: 50,
  framesExpected: 200,
  duration: 40,
  framesPerSecondNow: 12.34,
  secondsLeft: 12.4,
};

test('waiting and running jobs are unfinished', () => {
  const states = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'];

  assert.deepEqual(
    states.filter((state) => isUnfinished({ state })),
    ['QUEUED', 'RUNNING'],
  );
});

test('the share of a job is unknown until its frames are counted', () => {
  assert.equal(progressShare(QUEUED), null);
  assert.equal(progressShare(RUNNING), 0.25);
});

test('a share is never more than all', () => {
  assert.equal(progressShare({ ...RUNNING, frames: 300 }), 1);
  assert.equal(progressShare({ ...RUNNING, state: 'DONE', frames: 199 }), 1);
});

test('the progress of a running job', () => {
  assert.equal(progressText(RUNNING), '0:40 · 12.3 MB · 50 of 200 frames · 12.3 frames per second · 0:12 left');
});

test('the progress of a finished job', () => {
  const done = { ...RUNNING, state: 'DONE', frames: 200, lost: 1, framesPerSecondNow: null, secondsLeft: null };

  assert.equal(progressText(done), '0:40 · 12.3 MB · 200 frames · 1 frame could not be analysed');
});

test('the progress of a waiting job', () => {
  assert.equal(progressText(QUEUED), '12.3 MB · 0 frames');
});
