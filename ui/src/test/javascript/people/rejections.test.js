import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLookalike, rejectedPhotos, rejectionMessage } from '#ui/people/rejections.js';

function problemOf(...rejections) {
  return { message: 'No photo was good enough.', body: { photos: rejections.map((codes) => ({ rejections: codes })) } };
}

test('each rejection is told once, as a sentence', () => {
  const problem = problemOf(['NO_FACE'], ['SMALL_FACE', 'LOW_SHARPNESS'], ['NO_FACE']);

  assert.equal(
    rejectionMessage(problem),
    'No face was found. The face is too small. It must be at least 40 pixels wide. The face is too blurred.',
  );
});

test('a problem without photos speaks for itself', () => {
  assert.equal(rejectionMessage(new Error('The server cannot be reached.')), 'The server cannot be reached.');
  assert.deepEqual(rejectedPhotos(new Error('x')), []);
});

test('a rejection without words is not shown as a code', () => {
  assert.equal(rejectionMessage(problemOf(['NEW_REJECTION'])), 'The photo was rejected.');
});

test('photos are lookalikes if nothing else is wrong with any', () => {
  assert.equal(isLookalike(problemOf(['ENROLLED_AS_ANOTHER'], ['ENROLLED_AS_ANOTHER'])), true);
  assert.equal(isLookalike(problemOf(['ENROLLED_AS_ANOTHER'], ['NO_FACE'])), false);
  assert.equal(isLookalike(problemOf(['ENROLLED_AS_ANOTHER', 'SMALL_FACE'])), false);
  assert.equal(isLookalike(problemOf()), false);
});
