// Applies the page's rules of auto-capture to recorded frames: one JSON object per sitting and line on standard input,
// {portrait, framesPerSecond, answers}, and for each one line with the indexes of the frames that are kept.
//     node auto-capture.mjs FOLDER     FOLDER holds the modules of the page
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { assessFrame } = await import(pathToFileURL(`${process.argv[2]}/people/capture-rules.js`));

// As in people/auto-capture.js.
const STEADY_FRAMES = 3;
const MIN_INTERVAL_MILLIS = 700;

function kept({ portrait, framesPerSecond, answers }) {
  const indexes = [];
  const poses = new Set();
  let steady = { pose: null, frames: 0 };
  let lastKept = -MIN_INTERVAL_MILLIS;
  answers.forEach((answer, index) => {
    const { pose, problem } = assessFrame(answer, portrait);
    const isWanted = problem === null && !poses.has(pose);
    steady = isWanted ? { pose, frames: steady.pose === pose ? steady.frames + 1 : 1 } : { pose: null, frames: 0 };
    const now = (index * 1000) / framesPerSecond;
    if (steady.frames >= STEADY_FRAMES && now - lastKept >= MIN_INTERVAL_MILLIS) {
      indexes.push(index);
      poses.add(pose);
      lastKept = now;
    }
  });
  return indexes;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(kept(JSON.parse(line))));
}
