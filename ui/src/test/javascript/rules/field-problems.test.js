import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf } from '#ui/rules/field-problems.js';

const PATHS = [
  'name',
  'who.list',
  'where.sources',
  'hours',
  'zone',
  'sure.afterSeconds',
  'sure.levels',
  'deliverWithinSeconds',
  'template.text',
  'template.contentType',
];

test('a problem is said at the field that it names', () => {
  const at = (detail) => problemOf(detail, PATHS).path;

  assert.equal(at('zone: "Europe/Berln" is no time zone that this server knows; such as Europe/Berlin'), 'zone');
  assert.equal(at('rule "back-door" who.list: there is no list "x"; create it first'), 'who.list');
  assert.equal(at('hours[0].from: it must be a time of the day such as 22:00'), 'hours');
  assert.equal(at('sure: levels must increase and be later than afterSeconds'), 'sure.levels');
  assert.equal(at('deliverWithinSeconds must be between 1 and 604800, was 0'), 'deliverWithinSeconds');
  assert.equal(at('where: a rule names at most 1000 sources, groups and jobs'), 'where.sources');
  assert.equal(at('template: it cannot be read'), 'template.text');
});

test('its text is what follows the name', () => {
  assert.equal(problemOf('zone: it is missing', PATHS).text, 'it is missing');
});

test('a problem of no field is said of the whole', () => {
  const detail = 'the body must be a JSON object with the fields of the documentation';

  assert.deepEqual(problemOf(detail, PATHS), { path: '', text: detail });
});
