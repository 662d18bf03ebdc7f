import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropAround } from '#ui/shared/images.js';

const FACE = { index: 0, box: { x: 0.4, y: 0.4, w: 0.1, h: 0.2 } };

function assertArea(actual, left, top, width, height) {
  for (const [side, expected] of Object.entries({ left, top, width, height })) {
    assert.ok(Math.abs(actual[side] - expected) < 1e-6, `${side} ${actual[side]} is ${expected}`);
  }
}

test('a crop has a margin around its face', () => {
  assertArea(cropAround(FACE, [FACE], 1000, 500), 340, 140, 220, 220);
});

test('a crop stays within the image', () => {
  const face = { index: 0, box: { x: 0, y: 0, w: 0.9, h: 1 } };

  assertArea(cropAround(face, [face], 100, 100), 0, 0, 100, 100);
});

test('a crop ends where another face begins', () => {
  const right = { index: 1, box: { x: 0.52, y: 0.4, w: 0.1, h: 0.2 } };
  const above = { index: 2, box: { x: 0.4, y: 0.25, w: 0.1, h: 0.1 } };

  assertArea(cropAround(FACE, [FACE, right, above], 1000, 500), 340, 175, 180, 185);
});

test('a face that overlaps is not cut', () => {
  const over = { index: 1, box: { x: 0.45, y: 0.4, w: 0.1, h: 0.2 } };

  assertArea(cropAround(FACE, [FACE, over], 1000, 500), 340, 140, 160, 220);
});

test('a face far away changes nothing', () => {
  const far = { index: 1, box: { x: 0.8, y: 0.8, w: 0.1, h: 0.1 } };

  assertArea(cropAround(FACE, [FACE, far], 1000, 500), 340, 140, 220, 220);
});
