// node judge.mjs MODULE: what the page's capture rules say of each photo, given {portrait, photos} on stdin.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { assessFrame } = await import(pathToFileURL(process.argv[2]));
const { portrait, photos } = JSON.parse(readFileSync(0, 'utf8'));
const answerOf = (faces) => ({ outcome: { value: { faces: faces.map((face) => ({ face })) } } });
console.log(JSON.stringify(photos.map((faces) => assessFrame(answerOf(faces), portrait))));
