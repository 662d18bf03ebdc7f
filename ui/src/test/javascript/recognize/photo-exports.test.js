import assert from 'node:assert/strict';
import { test } from 'node:test';
import { photosToCsv } from '#ui/recognize/photo-exports.js';

const FACE = {
  index: 0,
  decision: 'match',
  person: { person: 'p1' },
  name: 'Ada',
  similarity: 0.8,
  confidence: 0.97,
  reasons: ['SMALL_FACE', 'EXTREME_POSE'],
  box: { x: 0.1, y: 0.2, w: 0.3, h: 0.4 },
};
const HEADER = 'file,face,decision,person_id,name,similarity,confidence,reasons,x,y,w,h';

function rowsOf(name, ...faces) {
  return photosToCsv([{ file: { name }, faces }])
    .split('\r\n')
    .slice(1, -1);
}

test('a file begins with its byte order mark and header', () => {
  assert.equal(photosToCsv([]), `\ufeff${HEADER}\r\n`);
});

test('each face is a row', () => {
  assert.deepEqual(rowsOf('a.jpg', FACE, { ...FACE, index: 1 }), [
    'a.jpg,0,match,p1,Ada,0.8,0.97,SMALL_FACE EXTREME_POSE,0.1,0.2,0.3,0.4',
    'a.jpg,1,match,p1,Ada,0.8,0.97,SMALL_FACE EXTREME_POSE,0.1,0.2,0.3,0.4',
  ]);
});

test('an unknown face has no name, though somebody is the nearest', () => {
  assert.deepEqual(rowsOf('a.jpg', { ...FACE, decision: 'unknown', reasons: [] }), [
    'a.jpg,0,unknown,,,0.8,0.97,,0.1,0.2,0.3,0.4',
  ]);
});

test('values that are not there are empty', () => {
  const face = {
    ...FACE,
    decision: 'unknown',
    person: null,
    name: null,
    similarity: null,
    confidence: null,
    reasons: [],
  };

  assert.deepEqual(rowsOf('a.jpg', face), ['a.jpg,0,unknown,,,,,,0.1,0.2,0.3,0.4']);
});

test('commas, quotes and line breaks are quoted', () => {
  assert.match(
    rowsOf('a,b.jpg', { ...FACE, name: 'Ada "Countess" Lovelace' })[0],
    /^"a,b\.jpg",0,match,p1,"Ada ""Countess"" Lovelace",/,
  );
  assert.ok(photosToCsv([{ file: { name: 'a\nb' }, faces: [FACE] }]).includes('"a\nb"'));
});

test('text is never a formula', () => {
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1']) {
    assert.ok(rowsOf('a.jpg', { ...FACE, name })[0].includes(`,'${name},`), name);
  }
});

test('a negative number stays a number', () => {
  assert.match(rowsOf('a.jpg', { ...FACE, similarity: -0.2 })[0], /,-0\.2,/);
});
