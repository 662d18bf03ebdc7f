// node vote.mjs MODULE: what the page's voting says of the looks of each case, given {rules, cases} on stdin.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { vote } = await import(pathToFileURL(process.argv[2]));
const { rules, cases } = JSON.parse(readFileSync(0, 'utf8'));
const faceOf = ([decision, person, confidence, score]) => ({ decision, person: { person }, confidence, quality: { score } });
console.log(JSON.stringify(cases.map(({ looks }) => vote(looks.map(faceOf), rules))));
