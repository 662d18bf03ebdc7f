import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxBetween, middleArea, turned, withSide } from '#ui/cameras/areas.js';

test('an area is drawn from any corner to the opposite one', () => {
  const box = { x: 0.1, y: 0.2, w: 0.3, h: 0.4 };

  assert.deepEqual(boxBetween({ x: 0.1, y: 0.2 }, { x: 0.4, y: 0.6 }), box);
  assert.deepEqual(boxBetween({ x: 0.4, y: 0.2 }, { x: 0.1, y: 0.6 }), box);
});

test('an area ends at the edge of the picture', () => {
  assert.deepEqual(boxBetween({ x: -0.3, y: 0.5 }, { x: 0.25, y: 1.7 }), { x: 0, y: 0.5, w: 0.25, h: 0.5 });
});

test('a click draws nothing', () => {
  assert.equal(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 }), null);
});

test('numbers move and cut an area within the picture', () => {
  const { box } = middleArea();

  assert.deepEqual(withSide(box, 'x', 12.5), { ...box, x: 0.125 });
  assert.deepEqual(withSide(box, 'x', 90), { ...box, x: 0.9, w: 0.1 });
  assert.deepEqual(withSide(box, 'w', 500), { ...box, w: 0.6 });
  assert.deepEqual(withSide(box, 'h', 0), { ...box, h: 0.02 });
  assert.deepEqual(withSide(box, 'y', Number.NaN), { ...box, y: 0 });
});

test('an area stays on what it covers when the picture is turned', () => {
  const box = { x: 0.1, y: 0.2, w: 0.3, h: 0.4 };

  assert.deepEqual(turned(box, 90), { x: 0.4, y: 0.1, w: 0.4, h: 0.3 });
  assert.deepEqual(turned(box, 180), { x: 0.6, y: 0.4, w: 0.3, h: 0.4 });
  assert.deepEqual(turned(turned(box, 270), 90), box);
  assert.deepEqual(turned(box, 0), box);
});
