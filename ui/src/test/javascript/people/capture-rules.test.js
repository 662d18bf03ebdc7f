import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessFrame, POSES, poseOf } from '#ui/people/capture-rules.js';
import { RULES } from '../shared/test-rules.js';

const GOOD = {
  box: { x: 0.3, y: 0.3, w: 0.4, h: 0.4 },
  confidence: 0.95,
  quality: { sizePixels: 200, sharpness: 0.6, brightness: 0.5, yaw: 0, pitch: 0 },
};

function assess(...faces) {
  return assessFrame({ outcome: { value: { faces: faces.map((face) => ({ face })) } } }, RULES.portrait);
}

function withQuality(quality) {
  return { ...GOOD, quality: { ...GOOD.quality, ...quality } };
}

test('a good face has no problem', () => {
  assert.deepEqual(assess(GOOD), { face: GOOD, pose: 'straight', problem: null });
});

test('a frame needs one face', () => {
  assert.equal(assess().problem, 'NO_FACE');
  assert.equal(assessFrame({ outcome: { value: {} } }, RULES.portrait).problem, 'NO_FACE');
  assert.equal(assess(GOOD, { ...GOOD, box: { ...GOOD.box, x: 0.05, w: 0.2 } }).problem, 'SEVERAL_FACES');
});

test('faces in the background do not count', () => {
  const small = { ...GOOD, box: { x: 0.05, y: 0.05, w: 0.1, h: 0.1 } };
  const doubtful = { ...GOOD, confidence: 0.5 };

  assert.equal(assess(small, GOOD).problem, null);
  assert.equal(assess(small, GOOD).face, GOOD);
  assert.equal(assess(GOOD, doubtful).problem, null);
});

const PROBLEMS = [
  ['CUT_OFF', { ...GOOD, box: { ...GOOD.box, x: 0.005 } }],
  ['CUT_OFF', { ...GOOD, box: { ...GOOD.box, y: 0.595 } }],
  ['SMALL_FACE', withQuality({ sizePixels: 89 })],
  ['LOW_BRIGHTNESS', withQuality({ brightness: 0.14 })],
  ['TOO_BRIGHT', withQuality({ brightness: 0.93 })],
  ['EXTREME_POSE', withQuality({ yaw: -46 })],
  ['EXTREME_POSE', withQuality({ pitch: 39 })],
  ['LOW_SHARPNESS', withQuality({ sharpness: 0.19 })],
  ['LOW_CONFIDENCE', { ...GOOD, confidence: 0.59 }],
  ['COVERED', withQuality({ recognisability: 0.2, weakness: 'COVERED' })],
  ['COVERED_EYES', withQuality({ recognisability: 0.2, weakness: 'COVERED_EYES' })],
  ['TURNED', withQuality({ recognisability: 0.01, weakness: 'TURNED' })],
  ['UNCLEAR', withQuality({ recognisability: 0.2, weakness: 'NEW_WEAKNESS' })],
];

test('every problem is found', () => {
  for (const [problem, face] of PROBLEMS) {
    assert.equal(assess(face).problem, problem);
  }
});

test('a weakness of a face that can be recognised is no problem', () => {
  assert.equal(assess(withQuality({ recognisability: 0.7, weakness: 'COVERED' })).problem, null);
  assert.equal(assess(withQuality({ recognisability: 0.3 })).problem, null);
});

test('the problem that is mended first is told first', () => {
  assert.equal(
    assess({ ...withQuality({ sizePixels: 50, sharpness: 0, brightness: 0 }), confidence: 0.1 }).problem,
    'SMALL_FACE',
  );
});

test('poses are the own left and right of the person', () => {
  const angles = { straight: [13, 11], left: [20, 5], right: [-20, 5], up: [5, 20], down: [5, -20] };

  for (const pose of POSES) {
    const [yaw, pitch] = angles[pose];
    assert.equal(poseOf({ yaw, pitch }), pose);
  }
});

test('the larger angle decides the pose', () => {
  assert.equal(poseOf({ yaw: 20, pitch: 25 }), 'up');
  assert.equal(poseOf({ yaw: 25, pitch: -20 }), 'left');
});
