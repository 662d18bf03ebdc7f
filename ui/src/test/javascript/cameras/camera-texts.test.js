import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageText, clockText, delayText, rateText, sizeText } from '#ui/cameras/camera-texts.js';

test('an age is said in its largest unit', () => {
  assert.deepEqual([0, 12.4, 59, 60, 187, 7300, 200_000].map(ageText), [
    '0 sec',
    '12 sec',
    '59 sec',
    '1 min',
    '3 min',
    '2 hr',
    '2 days',
  ]);
});

test('a time of another day has its date', () => {
  const now = new Date(2026, 11, 1, 12, 0);

  assert.doesNotMatch(clockText(new Date(2026, 11, 1, 9, 5).toISOString(), 'short', now), /2?6,/);
  assert.match(clockText(new Date(2026, 10, 30, 9, 5).toISOString(), 'short', now), /11\/30\/26/);
});

test('figures are said in words', () => {
  const figures = { framesPerSecond: 4.96, delayMillis: 180.4, width: 1920, height: 1080 };

  assert.deepEqual([rateText(figures), delayText(figures), sizeText(figures)], ['5.0/s', '180 ms', '1920×1080']);
  assert.deepEqual([delayText({}), sizeText({ width: 0, height: 0 })], ['–', '–']);
});
