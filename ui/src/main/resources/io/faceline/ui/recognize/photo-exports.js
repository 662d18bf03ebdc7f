// @ts-check
import { baseName, saveFile } from '../shared/save-file.js';

/** @typedef {{file: {name: string}, faces: import('../shared/faces.js').Face[]}} Photo */

const COLUMNS = [
  'file',
  'face',
  'decision',
  'person_id',
  'name',
  'similarity',
  'confidence',
  'reasons',
  'x',
  'y',
  'w',
  'h',
];

/**
 * @param {string} name of the photo's file
 * @param {unknown} answer of the server
 */
export function savePhotoJson(name, answer) {
  saveFile(new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' }), `${baseName(name)}.json`);
}

/** @param {Photo[]} photos */
export function savePhotoCsv(photos) {
  saveFile(new Blob([photosToCsv(photos)], { type: 'text/csv' }), 'faces.csv');
}

/** One line per face. The byte order mark makes spreadsheets read it as UTF-8. @param {Photo[]} photos */
export function photosToCsv(photos) {
  const rows = photos.flatMap(({ file, faces }) => faces.map((face) => rowOf(file, face)));
  const text = [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  return `\ufeff${text}\r\n`;
}

/**
 * @param {{name: string}} file
 * @param {import('../shared/faces.js').Face} face
 */
function rowOf(file, face) {
  const isNamed = face.decision !== 'unknown';
  return [
    file.name,
    face.index,
    face.decision,
    isNamed ? (face.person?.person ?? '') : '',
    isNamed ? (face.name ?? '') : '',
    face.similarity ?? '',
    face.confidence ?? '',
    face.reasons.join(' '),
    face.box.x,
    face.box.y,
    face.box.w,
    face.box.h,
  ];
}

/** Text that a spreadsheet would read as a formula is prefixed with an apostrophe, as in the server's CSV. @param {string | number} value */
function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
