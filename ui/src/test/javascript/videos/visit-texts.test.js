import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, othersText, startOf, sureText, timeText, togetherText } from '#ui/videos/visit-texts.js';

const BOB = { decision: 'match', person: { id: 'p2', name: 'Bob' }, unknown: null, spans: [{ from: 65, to: 70 }] };
const STRANGER = { decision: 'unknown', person: null, unknown: 2, spans: [{ from: 61, to: 62 }] };

function visit(changes = {}) {
  return {
    decision: 'match',
    cause: null,
    from: { millis: 60_400, time: null },
    to: { millis: 72_900, time: null },
    seconds: 12.5,
    frames: 63,
    similarity: 0.712,
    others: [BOB, STRANGER],
    ...changes,
  };
}

test('a visit says from when to when, and how long', () => {
  assert.equal(timeText(visit()), '1:00 – 1:12 · 13 seconds');
});

test('a glimpse has one time', () => {
  assert.equal(timeText(visit({ to: { millis: 60_600, time: null }, seconds: 0.2 })), '1:00 · 1 second');
});

test('the time of day is said if it is known', () => {
  assert.equal(clockText(visit()), '');
  assert.match(clockText(visit({ from: { millis: 0, time: '2026-05-04T11:30:03.600Z' } })), /2026.*30:03/);
});

test('a match says how similar it is', () => {
  assert.equal(sureText(visit()), 'Similarity 0.71. Seen in 63 frames.');
});

test('an uncertain visit says why', () => {
  assert.match(sureText(visit({ decision: 'uncertain', cause: 'UNSURE_FRAMES' })), /^Some frames match .* 0\.71\./);
});

test('a name that was given by hand has no similarity', () => {
  assert.equal(sureText(visit({ similarity: null })), 'Named by hand.');
});

test('others in view are named', () => {
  assert.equal(othersText(visit(), ''), 'Also in view: Bob, Unknown 2');
  assert.equal(othersText(visit({ others: [] }), ''), '');
  assert.equal(othersText(visit({ others: [{ ...BOB, decision: 'uncertain' }] }), ''), 'Also in view: Possibly Bob');
});

test('somebody without a name is in view nevertheless', () => {
  const nameless = { ...BOB, person: { id: 'p3', name: null } };

  assert.equal(othersText(visit({ others: [nameless] }), ''), 'Also in view: Unnamed person');
});

test('two together are said with their times, and begin with the first', () => {
  assert.equal(togetherText(visit(), 'p2'), 'Together with Bob: 1:05 – 1:10');
  assert.equal(othersText(visit(), 'p2'), 'Also in view: Unknown 2');
  assert.equal(startOf(visit(), 'p2'), 65);
});

test('one alone begins with the visit', () => {
  assert.equal(togetherText(visit(), ''), '');
  assert.equal(startOf(visit(), ''), 60.4);
});
