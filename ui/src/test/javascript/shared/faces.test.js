import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { confidenceText, facesOf, reasonTexts, sentenceOf, titleOf, toneOf } from '#ui/shared/faces.js';
import { loadRules } from '#ui/shared/rules.js';
import { RULES } from './test-rules.js';

before(() => loadRules(async () => RULES));

const BOX = { x: 0.1, y: 0.1, w: 0.2, h: 0.2 };
const ADA = { person: 'p1', name: 'Ada', scope: 'session', similarity: 0.8 };

function faceOf(identification, track) {
  const detected = { index: 0, box: BOX, quality: { sizePixels: 31.6 } };
  return facesOf({ outcome: { value: { faces: [{ face: detected, identification, track }] } } })[0];
}

function decided(decision, confidence, reasons = []) {
  return faceOf({ decision, confidence, reasons, similarity: 0.8, candidates: [ADA] });
}

test('a frame without faces has none', () => {
  assert.deepEqual(facesOf({ outcome: { value: { reason: 'CANCELLED' } } }), []);
});

test('a reason of a newer server is shown as it is', () => {
  assert.deepEqual(reasonTexts(decided('unknown', 0.1, ['LENS_COVERED', 'LOW_SHARPNESS'])), [
    'LENS_COVERED',
    'The face is blurred.',
  ]);
});

test('a face without an identification is unknown', () => {
  const face = faceOf(undefined);

  assert.equal(face.decision, 'unknown');
  assert.equal(face.name, null);
  assert.equal(titleOf(face), 'Unknown');
  assert.equal(sentenceOf(face), 'Unknown person.');
  assert.equal(confidenceText(face), '');
});

test('a confident match is sure', () => {
  const face = decided('match', 0.7);

  assert.equal(toneOf(face), 'sure');
  assert.equal(titleOf(face), 'Ada');
  assert.equal(confidenceText(face), '70%');
  assert.equal(sentenceOf(face), 'This is Ada (70% sure).');
});

test('a match of low confidence is unsure, but named', () => {
  const face = decided('match', 0.69);

  assert.equal(toneOf(face), 'unsure');
  assert.equal(titleOf(face), 'Ada');
  assert.equal(sentenceOf(face), 'This is probably Ada (only 69% sure).');
});

test('an uncertain face names nobody for sure', () => {
  const face = decided('uncertain', 0.4);

  assert.equal(toneOf(face), 'unsure');
  assert.equal(titleOf(face), 'Possibly Ada');
  assert.equal(sentenceOf(face), 'This could be Ada, but the match is too uncertain.');
});

test('the nearest candidate of an unknown face is not its name', () => {
  const face = decided('unknown', 0.1);

  assert.equal(toneOf(face), 'unknown');
  assert.equal(titleOf(face), 'Unknown');
  assert.equal(sentenceOf(face), 'Unknown person.');
});

test('a track decides over its frames', () => {
  const track = { id: 1, decision: 'match', person: { id: 'p1', name: 'Ada' } };

  const face = faceOf({ decision: 'unknown', confidence: 0.2, candidates: [] }, track);

  assert.equal(titleOf(face), 'Ada');
  assert.equal(toneOf(face), 'sure');
  assert.equal(face.confidence, null);
  assert.equal(sentenceOf(face), 'This is Ada.');
});

test('a track of somebody who was deleted has no name, whoever the frame resembles', () => {
  const track = { id: 1, decision: 'match', person: { id: 'p2', name: null } };

  const face = faceOf({ decision: 'match', confidence: 0.9, candidates: [ADA] }, track);

  assert.equal(face.name, null);
  assert.equal(face.confidence, null);
});

test('a face whose track is not known yet has its own decision', () => {
  const face = faceOf({ decision: 'match', confidence: 0.9, candidates: [ADA] }, null);

  assert.equal(face.track, null);
  assert.equal(titleOf(face), 'Ada');
  assert.equal(face.confidence, 0.9);
});

test('the confidence of a frame applies where it agrees with the track', () => {
  const track = { id: 1, decision: 'match', person: { id: 'p1', name: 'Ada' } };

  assert.equal(faceOf({ decision: 'match', confidence: 0.9, candidates: [ADA] }, track).confidence, 0.9);
});

test('a person without a name is called so', () => {
  const face = faceOf({ decision: 'match', confidence: 0.9, candidates: [{ ...ADA, name: null }] });

  assert.equal(sentenceOf(face), 'This is Unnamed person (90% sure).');
});

test('reasons are sentences', () => {
  const face = decided('uncertain', 0.4, ['SMALL_FACE', 'EXTREME_POSE']);

  assert.deepEqual(reasonTexts(face), ['The face is small (32 pixels wide).', 'The face is turned away.']);
});
