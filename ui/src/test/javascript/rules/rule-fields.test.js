import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  idleReason,
  idsIn,
  isUsualSure,
  kindOf,
  mayTry,
  numbersIn,
  usualSure,
  wholeRule,
} from '#ui/rules/rule-fields.js';

test('a preset gets the usual for what it leaves out', () => {
  const rule = wholeRule(
    {
      who: { kind: 'listed', list: null },
      where: { sources: null },
      zone: null,
      sure: { matches: 2 },
      limits: { silenceSeconds: 0 },
    },
    'Europe/Berlin',
  );

  assert.equal(rule.zone, 'Europe/Berlin');
  assert.deepEqual(rule.where, { sources: [], groups: [], jobs: [], per: 'SOURCE' });
  assert.deepEqual(rule.sure, {
    afterSeconds: 1,
    goodLooks: 0,
    matches: 2,
    similarity: null,
    uncertain: false,
    levels: [],
  });
  assert.equal(rule.limits.silenceSeconds, 0);
  assert.equal(rule.limits.holdSeconds, 40);
});

test('times of the server lose their seconds', () => {
  const rule = wholeRule(
    {
      who: { kind: 'absent', from: '05:00:00', by: '09:00:00' },
      hours: [{ days: [], from: '22:00:00', to: '06:00:00' }],
      limits: { dayBegins: '04:00:00' },
    },
    'UTC',
  );

  assert.equal(rule.who.by, '09:00');
  assert.deepEqual(rule.hours, [{ days: [], from: '22:00', to: '06:00' }]);
  assert.equal(rule.limits.dayBegins, '04:00');
});

test('unknown people are waited for', () => {
  assert.equal(usualSure('stranger').afterSeconds, 3);
  assert.ok(isUsualSure({ ...usualSure('listed') }, 'listed'));
  assert.ok(!isUsualSure({ ...usualSure('listed'), matches: 2 }, 'listed'));
});

test('the absent are a person, a list or anybody', () => {
  assert.equal(kindOf({ kind: 'absent', list: 'staff' }), 'absent');
  assert.equal(kindOf({ kind: 'absent', list: null }), 'absent');
  assert.equal(kindOf({ kind: 'absent', person: '3f1c' }), 'absent-person');
  assert.equal(kindOf({ kind: 'absent' }), 'absent-anybody');
  assert.equal(kindOf({ kind: 'listed', list: 'staff' }), 'listed');
});

test('a rule does nothing if it is off, disabled or of another version', () => {
  const rule = wholeRule({ who: { kind: 'stranger' } }, 'Europe/Berlin');

  assert.equal(idleReason(rule), null);
  assert.equal(idleReason({ ...rule, enabled: false }), 'off');
  assert.equal(idleReason({ ...rule, enabled: false, disabledBecause: 'gone' }), 'disabled');
  assert.equal(idleReason({ ...rule, who: { kind: 'unknown' } }), 'unusable');
  assert.equal(idleReason({ ...rule, zone: 'Mars/Olympus' }), 'unusable');
});

test('what does not happen cannot be tried', () => {
  assert.ok(mayTry({ who: { kind: 'stranger' } }));
  assert.ok(!mayTry({ who: { kind: 'camera-down' } }));
  assert.ok(!mayTry({ who: { kind: 'absent' } }));
});

test('lists in a text are read', () => {
  assert.deepEqual(numbersIn(' 30, 300 '), [30, 300]);
  assert.deepEqual(numbersIn(''), []);
  assert.deepEqual(idsIn('gate; 9-door'), ['gate', '9-door']);
});
