import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subjectText, subjectTone } from '#ui/alertwords/subjects.js';
import { alertOf } from './test-alerts.js';

function shown(more) {
  const alert = alertOf(more);
  return `${subjectText(alert)} (${subjectTone(alert)})`;
}

test('each kind of alert says whom or what it is about', () => {
  assert.equal(shown(), 'Ada (sure)');
  assert.equal(shown({ identity: { decision: 'uncertain', threshold: 0.5 } }), 'Possibly Ada (unsure)');
  assert.equal(shown({ kind: 'UNKNOWN_PERSON', person: null, subject: 'unknown' }), 'Unknown person (unknown)');
  assert.equal(shown({ kind: 'CROWD', subject: 'crowd', count: 90 }), '90 unknown people (unknown)');
  assert.equal(shown({ kind: 'TOGETHER' }), 'Ada together with others (sure)');
  assert.equal(shown({ kind: 'ABSENT' }), 'Ada has not come (unknown)');
  assert.equal(shown({ kind: 'ABSENT', subject: 'nobody', person: null }), 'Nobody has come (unknown)');
  assert.equal(shown({ kind: 'CANNOT_TELL' }), 'Cannot tell whether Ada came (unsure)');
  assert.equal(shown({ kind: 'CAMERA_DOWN', subject: 'camera:door' }), 'Front door is down (unknown)');
  assert.equal(shown({ kind: 'CAMERA_DOWN', subject: 'camera:door', sourceName: null }), 'door is down (unknown)');
});

test('a kind of a newer server is shown nevertheless', () => {
  assert.equal(shown({ kind: 'FELL' }), 'Something that this page does not know (unknown)');
});

test('who was corrected or deleted is named no more', () => {
  assert.equal(shown({ state: 'CLOSED', reason: 'CORRECTED', identity: null }), 'Somebody else (unsure)');
  assert.equal(shown({ subject: 'erased', reason: 'ERASED', person: null }), 'A deleted person (unknown)');
});
