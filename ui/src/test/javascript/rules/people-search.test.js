import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found } from '#ui/rules/people-search.js';

const PEOPLE = ['Zoë Adams', 'Ada Lovelace', 'Grace Hopper', 'Lovis'].map((name, i) => ({ id: String(i), name }));

test('people are found by parts of their names, without accents', () => {
  const names = (text, without = []) => found(PEOPLE, without, text, 10).some.map(({ name }) => name);

  assert.deepEqual(names('ada'), ['Ada Lovelace', 'Zoë Adams']);
  assert.deepEqual(names('zoe'), ['Zoë Adams']);
  assert.deepEqual(names('lov ada'), ['Ada Lovelace']);
  assert.deepEqual(names('ada', ['1']), ['Zoë Adams']);
});

test('what is left out is counted', () => {
  assert.equal(found(PEOPLE, [], '', 1).more, 3);
});
