import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VideoFrames } from '#ui/videos/video-frames.js';

/** @param faces of {x, track} */
function frame(position, ...faces) {
  return {
    facts: { position },
    outcome: {
      value: {
        faces: faces.map(({ x, track }, index) => ({
          face: { index, box: { x, y: 0, w: 0.1, h: 0.1 } },
          track: track && { id: track, decision: 'unknown' },
        })),
      },
    },
  };
}

function framesOf(...answers) {
  const frames = new VideoFrames();
  answers.forEach((answer) => frames.add(answer));
  return frames;
}

function lefts(frames, seconds) {
  return frames.facesAt(seconds).map(({ id, face }) => [id, Number(face.box.x.toFixed(6))]);
}

test('there are no faces before the first frame', () => {
  assert.deepEqual(lefts(framesOf(), 0), []);
  assert.deepEqual(lefts(framesOf(frame(1, { x: 0.2, track: 'a' })), 0.9), []);
});

test('a box moves evenly between two frames', () => {
  const frames = framesOf(frame(0, { x: 0.2, track: 'a' }), frame(1, { x: 0.6, track: 'a' }));

  assert.deepEqual(lefts(frames, 0), [['a', 0.2]]);
  assert.deepEqual(lefts(frames, 0.25), [['a', 0.3]]);
  assert.deepEqual(lefts(frames, 1), [['a', 0.6]]);
});

test('a face that is missing in the next frame is shown for half of the time', () => {
  const frames = framesOf(frame(0, { x: 0.2, track: 'a' }), frame(1));

  assert.deepEqual(lefts(frames, 0.5), [['a', 0.2]]);
  assert.deepEqual(lefts(frames, 0.6), []);
});

test('frames far apart are not joined', () => {
  const frames = framesOf(frame(0, { x: 0.2, track: 'a' }), frame(3, { x: 0.6, track: 'a' }));

  assert.deepEqual(lefts(frames, 1), [['a', 0.2]]);
  assert.deepEqual(lefts(frames, 1.3), []);
});

test('faces without a track are not joined', () => {
  const frames = framesOf(frame(0, { x: 0.2 }), frame(1, { x: 0.6 }));

  assert.deepEqual(lefts(frames, 0.4), [['face-0', 0.2]]);
});

test('a face keeps its id when another disappears', () => {
  const frames = framesOf(frame(0, { x: 0.1, track: 'a' }, { x: 0.5 }), frame(1, { x: 0.1, track: 'a' }));

  assert.deepEqual(lefts(frames, 0.4), [
    ['a', 0.1],
    ['face-1', 0.5],
  ]);
  assert.deepEqual(lefts(frames, 0.6), [['a', 0.1]]);
});

test('frames that failed are left out', () => {
  const frames = framesOf(frame(0, { x: 0.2, track: 'a' }));
  frames.add({ facts: { position: 0.5 }, outcome: { value: { reason: 'CANCELLED' } } });

  assert.deepEqual(lefts(frames, 0.6), [['a', 0.2]]);
});

test('the frame of a moment is found among many', () => {
  const frames = framesOf(...Array.from({ length: 1000 }, (_, i) => frame(i / 10, { x: i / 1000, track: 'a' })));

  assert.deepEqual(lefts(frames, 55.5), [['a', 0.555]]);
});
