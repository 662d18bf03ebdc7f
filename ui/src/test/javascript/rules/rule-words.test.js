import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeRule } from '#ui/rules/rule-fields.js';
import { daysText, receiversOf, sentenceOf } from '#ui/rules/rule-words.js';

const CHOICES = {
  lists: [{ id: 'staff', name: 'Staff' }],
  groups: [{ id: 'entrances', name: 'Entrances' }],
  sources: [
    { id: 'back-door', name: 'Back door' },
    { id: 'gate', name: 'Gate' },
  ],
  people: [{ id: '3f1c', name: 'Ada' }],
  receivers: [{ id: 'reception', name: 'reception', enabled: true, rules: ['r'] }],
};

function say(given, choices = CHOICES) {
  return sentenceOf(wholeRule({ id: 'r', ...given }, 'Europe/Berlin'), choices);
}

test('a rule reads like a sentence', () => {
  assert.equal(
    say({
      who: { kind: 'not-listed', list: 'staff' },
      where: { sources: ['back-door'], per: 'EVERYWHERE' },
      hours: [{ days: [], from: '22:00:00', to: '06:00:00' }],
    }),
    'Tell reception when somebody who is not on Staff is at Back door between 22:00 and 06:00 (Europe/Berlin) for 3 seconds; at most once in 10 minutes a person.',
  );
});

test('each kind of rule has its words', () => {
  const sentences = {
    person:
      'Tell reception when Ada is at any camera at any time for 1 second; at most once in 10 minutes a person and camera.',
    stranger:
      'Tell reception when somebody unknown is at any camera at any time for 3 seconds; at most once in 10 minutes a camera.',
    together:
      'Tell reception when somebody who is on Staff and another who is not are at any camera at any time for 1 second; at most once in 10 minutes a person and camera.',
    'camera-down':
      'Tell reception when any camera is down at any time for 1 minute; at most once in 10 minutes a camera.',
  };
  for (const [kind, sentence] of Object.entries(sentences)) {
    assert.equal(say({ who: { kind, person: '3f1c', list: 'staff' } }), sentence);
  }
});

test('who has not come is asked of days and times', () => {
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
  assert.equal(
    say({
      who: { kind: 'absent', list: 'staff', days, from: '05:00:00', by: '09:00:00' },
      where: { groups: ['entrances'], per: 'EVERYWHERE' },
    }),
    'Tell reception when somebody who is on Staff has not been at Entrances between 05:00 and 09:00 on Mon–Fri (Europe/Berlin).',
  );
  assert.match(say({ who: { kind: 'absent', from: '05:00', by: '09:00' } }), /when nobody has been at any camera/);
});

test('how sure and how often are said', () => {
  const sentence = say({
    who: { kind: 'person', person: '3f1c' },
    where: { sources: ['back-door', 'gate'], groups: [], jobs: ['*'] },
    sure: { afterSeconds: 0, uncertain: true, similarity: 0.6, levels: [30, 300] },
    limits: { first: 'DAY' },
  });

  assert.equal(
    sentence,
    'Tell reception when Ada is at Back door, Gate, or any film at any time however short, even if it is not certain, at least 0.60 similar, and again after 30 seconds and 5 minutes; only the first time a day a person and camera.',
  );
});

test('without a receiver an alert is shown', () => {
  assert.match(say({ who: { kind: 'stranger' } }, { ...CHOICES, receivers: [] }), /^Show an alert when/);
});

test('a receiver without rules is told of all, one that is off of none', () => {
  const receivers = [
    { name: 'a', enabled: true, rules: [] },
    { name: 'b', enabled: true, rules: ['other'] },
    { name: 'c', enabled: false, rules: [] },
  ];

  assert.deepEqual(
    receiversOf({ id: 'r' }, receivers).map(({ name }) => name),
    ['a'],
  );
});

test('what is named and is gone is shown by its id', () => {
  assert.match(say({ who: { kind: 'listed', list: 'gone' } }), /somebody who is on gone is/);
});

test('days in a row are shortened', () => {
  assert.equal(daysText(['SATURDAY', 'SUNDAY']), 'Sat, Sun');
  assert.equal(daysText(['FRIDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY']), 'Mon–Fri');
  assert.equal(daysText(['MONDAY', 'WEDNESDAY', 'FRIDAY']), 'Mon, Wed, Fri');
});
