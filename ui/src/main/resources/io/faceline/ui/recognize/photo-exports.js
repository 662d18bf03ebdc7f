import { save, stem } from '../shared/save-file.js';

const COLUMNS = ['file', 'face', 'decision', 'person_id', 'name', 'similarity', 'confidence', 'reasons', 'x', 'y', 'w', 'h'];

export function savePhotoJson(name, answer) {
  save(new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' }), `${stem(name)}.json`);
}

/** @param photos with `file` and `faces` */
export function savePhotoCsv(photos) {
  const lines = photos.flatMap(({ file, faces }) => faces.map((face) => [
    file.name, face.index, face.decision, face.decision === 'unknown' ? '' : face.person?.person ?? '',
    face.decision === 'unknown' ? '' : face.name ?? '', face.similarity ?? '', face.confidence ?? '', face.reasons.join(' '),
    face.box.x, face.box.y, face.box.w, face.box.h,
  ]));
  const text = [COLUMNS, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
  save(new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' }), 'faces.csv');
}

/** Text that a spreadsheet would take for a formula gets an apostrophe, as in the server's own CSV. */
function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
