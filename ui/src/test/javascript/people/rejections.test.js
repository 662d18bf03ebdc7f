import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overridable, rejectedPhotos, rejectionMessage, weaknessText } from '#ui/people/rejections.js';

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

test('a weakness is told once, with its remedy', () => {
  const photo = { rejections: ['POOR_FACE'], weakness: 'COVERED' };

  assert.equal(
    rejectionMessage({ message: 'x', body: { photos: [photo, photo] } }),
    'The face is hard to recognise. It is covered: take off the mask.',
  );
  assert.equal(weaknessText('NEW_WEAKNESS'), 'Take another photo, if you can.');
});

test('photos may be added anyway if nothing else is wrong with any', () => {
  assert.deepEqual(overridable(problemOf(['ENROLLED_AS_ANOTHER'], ['ENROLLED_AS_ANOTHER'])), {
    lookalike: true,
    poor: false,
  });
  assert.deepEqual(overridable(problemOf(['POOR_FACE'])), { lookalike: false, poor: true });
  assert.deepEqual(overridable(problemOf(['POOR_FACE'], ['ENROLLED_AS_ANOTHER'])), { lookalike: true, poor: true });
  assert.equal(overridable(problemOf(['ENROLLED_AS_ANOTHER'], ['NO_FACE'])), null);
  assert.equal(overridable(problemOf(['ENROLLED_AS_ANOTHER', 'SMALL_FACE'])), null);
  assert.equal(overridable(problemOf(['UNRECOGNISABLE'])), null);
  assert.equal(overridable(problemOf()), null);
});
