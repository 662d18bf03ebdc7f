import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIVE_SECONDS, lookOf, overTitle, signOf } from '#ui/cameras/camera-looks.js';

function camera(condition, { enabled = true, isCurrent = true, reason = '' } = {}) {
  return { enabled, state: { condition, reason, isCurrent } };
}

test('a camera that is live shows its picture', () => {
  const look = lookOf(camera('LIVE'), 1, true);

  assert.deepEqual([look.kind, look.tone, look.title, signOf(look)], ['live', 'sure', 'Live', '✓']);
});

test('a camera without a picture yet waits for one', () => {
  const look = lookOf(camera('LIVE'), null, true);

  assert.deepEqual([look.kind, overTitle(look)], ['waiting', 'Waiting for the picture']);
  assert.equal(lookOf(camera('CONNECTING'), null, true).kind, 'waiting');
});

test('an old picture never looks alive, whatever the server says', () => {
  const look = lookOf(camera('LIVE'), LIVE_SECONDS + 1, true);

  assert.deepEqual([look.kind, look.tone, look.condition], ['away', 'unsure', 'STALE']);
});

for (const condition of ['CONNECTING', 'FROZEN', 'UNREACHABLE', 'UNAUTHORIZED', 'UNDECODABLE', 'UNKNOWN']) {
  test(`a camera that is ${condition} never looks alive`, () => {
    const look = lookOf(camera(condition, { reason: 'nobody answers' }), 1, true);

    assert.deepEqual([look.kind, look.reason], ['away', 'nobody answers']);
    assert.notEqual(look.tone, 'sure');
  });
}

test('a camera that is off shows a card', () => {
  for (const condition of ['OUTSIDE_HOURS', 'DISABLED']) {
    assert.equal(lookOf(camera(condition, { enabled: condition !== 'DISABLED' }), 1, true).kind, 'off');
  }
});

test('a camera that was switched off is off before its state says so', () => {
  assert.equal(lookOf(camera('LIVE', { enabled: false }), 1, true).condition, 'DISABLED');
  assert.equal(lookOf(camera('DISABLED'), 1, true).condition, 'CONNECTING');
});

test('a camera that no server reads says so', () => {
  const look = lookOf(camera('LIVE', { isCurrent: false }), 1, true);

  assert.deepEqual([look.kind, look.title, look.reason], ['away', 'No server reads this camera', '']);
  assert.equal(lookOf({ enabled: true, state: null }, null, true).condition, 'UNREAD');
});

test('without the server nothing looks alive', () => {
  const look = lookOf(camera('LIVE'), 1, false);

  assert.deepEqual([look.kind, look.condition], ['away', 'LOST']);
});

test('a condition of a newer server is unknown', () => {
  assert.equal(lookOf(camera('DREAMING'), 1, true).title, 'Unknown state');
});
