import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBytes,
  formatConfidence,
  formatDuration,
  formatNumber,
  formatPercent,
  formatTime,
  has,
  t,
} from '#ui/shared/strings.js';
import { en } from '#ui/strings/en.js';

test('values replace their placeholders', () => {
  assert.equal(t('face.perhaps', { name: 'Ada' }), 'Possibly Ada');
});

test('a value is never read as a placeholder or a pattern', () => {
  assert.equal(t('face.perhaps', { name: '{name} $& $1' }), 'Possibly {name} $& $1');
});

test('the count selects the plural form', () => {
  assert.equal(t('recognize.faces', { count: 1 }), '1 face');
  assert.equal(t('recognize.faces', { count: 0 }), '0 faces');
  assert.equal(t('recognize.faces', { count: 1234 }), '1,234 faces');
});

test('missing texts and values are noticed', () => {
  assert.equal(t('no.such.text'), 'no.such.text');
  assert.equal(t('face.perhaps'), 'Possibly {name}');
  assert.equal(has('no.such.text'), false);
  assert.equal(has('face.unknown'), true);
});

test('all texts have a form for every count', () => {
  for (const [key, text] of Object.entries(en)) {
    assert.ok(typeof text === 'string' || (text.one && text.other), key);
  }
});

test('no text shows a code', () => {
  for (const [key, text] of Object.entries(en)) {
    assert.doesNotMatch(JSON.stringify(text), /[A-Z]{3,}_[A-Z]/, key);
  }
});

test('a confidence is never shown as 100 %', () => {
  assert.equal(formatConfidence(0.874), '87%');
  assert.equal(formatConfidence(0.99), '99%');
  assert.equal(formatConfidence(0.9999), '> 99%');
  assert.equal(formatConfidence(1), '> 99%');
});

test('numbers, shares, times and sizes', () => {
  assert.equal(formatNumber(1234.56, 1), '1,234.6');
  assert.equal(formatPercent(0.25), '25%');
  assert.equal(formatTime(-1), '0:00');
  assert.equal(formatTime(123.9), '2:03');
  assert.equal(formatTime(3723), '1:02:03');
  assert.equal(formatBytes(0), '0 byte');
  assert.equal(formatBytes(12_300_000), '12.3 MB');
  assert.equal(formatBytes(4_000_000_000_000), '4,000 GB');
});

test('a duration is in the largest unit that gives a whole number', () => {
  assert.equal(formatDuration(604_800), '7 days');
  assert.equal(formatDuration(86_400), '1 day');
  assert.equal(formatDuration(129_600), '36 hours');
  assert.equal(formatDuration(90), '90 seconds');
});
