import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeLabels } from '#ui/shared/label-placement.js';

const IMAGE = { width: 400, height: 300 };

function label(x, y, w, h, width = 60, previous = undefined) {
  return { box: { x, y, w, h }, width, height: 20, previous };
}

function corners(labels) {
  return placeLabels(labels, IMAGE).map(({ x, y }) => [x, y]);
}

test('a label lies above its face', () => {
  assert.deepEqual(corners([label(100, 100, 80, 80)]), [[100, 77]]);
});

test('a label of a face at the top lies below it', () => {
  assert.deepEqual(corners([label(100, 5, 80, 80)]), [[100, 88]]);
});

test('a label of a face at the right edge stays within the image', () => {
  assert.deepEqual(corners([label(370, 100, 30, 40)]), [[340, 77]]);
});

test('a label of a face that fills the image lies in it', () => {
  assert.deepEqual(corners([label(0, 0, 400, 300)]), [[0, 0]]);
});

test('labels of neighbours do not cover each other', () => {
  const [first, second] = corners([label(100, 100, 40, 40, 90), label(150, 100, 40, 40, 90)]);

  assert.deepEqual(first, [100, 77]);
  assert.deepEqual(second, [150, 143]);
});

test('a label does not cover the face above', () => {
  const [, below] = corners([label(100, 40, 80, 80), label(100, 125, 80, 80)]);

  assert.deepEqual(below, [100, 208]);
});

test('a label with no free place covers its own face rather than others', () => {
  const around = [
    label(50, 0, 300, 99, 0),
    label(50, 201, 300, 99, 0),
    label(0, 0, 99, 300, 0),
    label(301, 0, 99, 300, 0),
  ];

  const [{ x, y }] = placeLabels([label(100, 100, 200, 100), ...around], IMAGE);

  assert.ok(x >= 100 && x + 60 <= 300 && y >= 100 && y + 20 <= 200, `${x}, ${y}`);
});

test('labels of a crowd stay within the image', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => label((i % 8) * 50, Math.floor(i / 8) * 60, 48, 58, 90));

  for (const [x, y] of corners(crowd)) {
    assert.ok(x >= 0 && x + 90 <= IMAGE.width && y >= 0 && y + 20 <= IMAGE.height);
  }
});

test('a label larger than the image begins at its edge', () => {
  assert.deepEqual(corners([label(100, 100, 80, 80, 500)]), [[0, 77]]);
});

test('a label stays where it was while that is about as good', () => {
  const below = placeLabels([label(100, 5, 80, 80)], IMAGE)[0].position;

  const [moved] = placeLabels([label(100, 100, 80, 80, 60, below)], IMAGE);

  assert.deepEqual([moved.x, moved.y], [100, 183]);
});

test('a label leaves a place that has become covered', () => {
  const above = placeLabels([label(100, 100, 80, 80)], IMAGE)[0].position;

  const [moved] = placeLabels([label(100, 100, 80, 80, 60, above), label(100, 30, 80, 68, 0)], IMAGE);

  assert.deepEqual([moved.x, moved.y], [100, 183]);
});
