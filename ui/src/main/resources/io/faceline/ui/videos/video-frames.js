import { facesOf } from '../shared/faces.js';

/** Two looks at a face further apart than this are not joined by a moving box, in seconds. */
const JOIN_WITHIN = 1.2;

/** The answered frames of a film, by time: where is whose face at any moment? Frames come in order. */
export class FilmFrames {
  #frames = [];

  get length() {
    return this.#frames.length;
  }

  add(answer) {
    if (answer.facts.position !== null && answer.outcome.value.faces) {
      this.#frames.push({ at: answer.facts.position, faces: facesOf(answer) });
    }
  }

  /** The faces at a moment, moved between the looks before and after it: {id, face}. */
  at(seconds) {
    const next = this.#firstAfter(seconds);
    const before = this.#frames[next - 1];
    const after = this.#frames[next];
    if (!before || seconds - before.at > JOIN_WITHIN) {
      return [];
    }
    return before.faces.map((face, i) => ({ id: face.track ?? `face-${i}`, face: between(face, before, after, seconds) })).filter(({ face }) => face !== null);
  }

  #firstAfter(seconds) {
    let [low, high] = [0, this.#frames.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#frames[middle].at <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function between(face, before, after, seconds) {
  const later = after && after.at - before.at <= JOIN_WITHIN ? after.faces.find((other) => other.track !== null && other.track === face.track) : null;
  if (!later) {
    // It is not there at the next look: half of the way is a fair guess of when it went.
    return after && seconds > (before.at + after.at) / 2 ? null : face;
  }
  const share = (seconds - before.at) / (after.at - before.at);
  const box = Object.fromEntries(['x', 'y', 'w', 'h'].map((side) => [side, face.box[side] + (later.box[side] - face.box[side]) * share]));
  return { ...face, box };
}
