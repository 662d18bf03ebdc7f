import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveCorrections } from '#ui/live/live-corrections.js';

const ADA = { id: 'p1', name: 'Ada' };
const EVE = { id: 'p2', name: 'Eve' };

function named(trackKey, person = ADA) {
  return { trackKey, decision: 'match', confidence: 0.9, person, name: person.name };
}

/** What was said to the server, and taken back. */
function server() {
  const calls = [];
  const say = async ([track], { id }) => {
    calls.push(`${track} is not ${id}`);
    return async () => {
      calls.push(`${track} is as before`);
    };
  };
  return { calls, corrections: new LiveCorrections(say) };
}

test('a name goes at once, before the server has answered', () => {
  const { corrections } = server();

  corrections.takeOff('s/1/0', ADA);

  const face = corrections.shown(named('s/1/0'));
  assert.deepEqual([face.decision, face.name, face.confidence], ['unknown', null, null]);
  assert.deepEqual(corrections.lastOf('s/1/0'), ADA);
});

test('a name stays away for the track alone', async () => {
  const { calls, corrections } = server();

  await corrections.takeOff('s/1/0', ADA);

  assert.deepEqual(calls, ['s/1/0 is not p1']);
  assert.equal(corrections.shown(named('s/1/0')).name, null);
  assert.equal(corrections.shown(named('s/9/0')).name, 'Ada');
  assert.equal(corrections.shown(named('s/1/0', EVE)).name, 'Eve');
  assert.equal(corrections.lastOf('s/9/0'), null);
});

test('a face whose track is not known does not get the name', async () => {
  const { corrections } = server();
  const candidate = { ...named(null), person: { person: 'p1', name: 'Ada' } };

  await corrections.takeOff('s/1/0', ADA);

  assert.equal(corrections.shown(candidate).name, null);
});

test('an undo brings the name back', async () => {
  const { calls, corrections } = server();
  await corrections.takeOff('s/1/0', ADA);

  await corrections.undo('s/1/0');

  assert.deepEqual(calls.at(-1), 's/1/0 is as before');
  assert.equal(corrections.shown(named('s/1/0')).name, 'Ada');
  assert.equal(corrections.lastOf('s/1/0'), null);
});

test('the last of several names is undone first', async () => {
  const { corrections } = server();
  await corrections.takeOff('s/1/0', ADA);
  await corrections.takeOff('s/1/0', EVE);

  await corrections.undo('s/1/0');

  assert.equal(corrections.shown(named('s/1/0', EVE)).name, 'Eve');
  assert.equal(corrections.shown(named('s/1/0', ADA)).name, null);
  assert.deepEqual(corrections.lastOf('s/1/0'), ADA);
});

test('a name that the server keeps is shown again', async () => {
  const corrections = new LiveCorrections(async () => {
    throw new Error('too many');
  });

  await assert.rejects(corrections.takeOff('s/1/0', ADA), { message: 'too many' });

  assert.equal(corrections.shown(named('s/1/0')).name, 'Ada');
});

test('an undo that the server refuses leaves the name off', async () => {
  const corrections = new LiveCorrections(async () => async () => {
    throw new Error('not now');
  });
  await corrections.takeOff('s/1/0', ADA);

  await assert.rejects(corrections.undo('s/1/0'), { message: 'not now' });

  assert.equal(corrections.shown(named('s/1/0')).name, null);
});
