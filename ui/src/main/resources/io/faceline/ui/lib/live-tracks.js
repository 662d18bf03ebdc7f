import { candidateOf, vote } from '/ui/lib/identity-voting.js';

const SAME_FACE_IOU = 0.25;
const FORGOTTEN_AFTER_MILLIS = 800;
const AHEAD_AT_MOST_MILLIS = 250;
/** How fast a box follows its face. */
const FOLLOW_MILLIS = 70;
/** How many looks back: faces are followed by place alone, and somebody else may have come to it. */
const VOTES = 7;
const TRAIL_MILLIS = 1500;

/**
 * Follows faces from answer to answer, so that boxes move at the camera's rate while answers come as they can, and a name shows when
 * several answers agree, as in a video.
 */
export class LiveTracks {
  #tracks = [];
  #next = 1;
  #rules;

  /** @param rules as the server tells them */
  constructor(rules) {
    this.#rules = rules;
  }

  /** @param at when the frame was captured, as of performance.now() */
  hear(faces, at) {
    const free = new Set(faces);
    for (const track of [...this.#tracks].sort((a, b) => b.votes.length - a.votes.length)) {
      const face = nearest(track, free);
      if (face) {
        free.delete(face);
        follow(track, face, at);
      }
    }
    free.forEach((face) => this.#tracks.push(newTrack(this.#next++, face, at)));
  }

  /** The faces as they are now: {id, face, box, trail}. */
  now(at) {
    this.#tracks = this.#tracks.filter((track) => at - track.heardAt < FORGOTTEN_AFTER_MILLIS);
    return this.#tracks.map((track) => {
      move(track, at);
      return { id: track.id, face: { ...agreed(track, this.#rules), box: track.box }, trail: track.trail };
    });
  }
}

function newTrack(id, face, at) {
  return { id, box: { ...face.box }, target: face.box, speed: { x: 0, y: 0 }, face, votes: [face], heardAt: at, movedAt: at, capturedAt: at, trail: [] };
}

function follow(track, face, at) {
  const millis = Math.max(1, at - track.capturedAt);
  // Half of what is seen: boxes tremble a little.
  track.speed = { x: (face.box.x - track.target.x) / millis / 2, y: (face.box.y - track.target.y) / millis / 2 };
  track.target = face.box;
  track.face = face;
  track.capturedAt = at;
  track.heardAt = performance.now();
  track.votes = [...track.votes, face].slice(-VOTES);
}

function move(track, now) {
  const ahead = Math.min(AHEAD_AT_MOST_MILLIS, now - track.capturedAt);
  const share = 1 - Math.exp(-(now - track.movedAt) / FOLLOW_MILLIS);
  const to = { ...track.target, x: track.target.x + track.speed.x * ahead, y: track.target.y + track.speed.y * ahead };
  for (const side of ['x', 'y', 'w', 'h']) {
    track.box[side] += (to[side] - track.box[side]) * share;
  }
  track.movedAt = now;
  track.trail.push({ at: now, x: track.box.x + track.box.w / 2, y: track.box.y + track.box.h });
  track.trail = track.trail.filter((point) => now - point.at < TRAIL_MILLIS);
}

/** The newest look that says what the last looks say together. */
function agreed(track, rules) {
  const { decision, person } = vote(track.votes, rules);
  const looks = [...track.votes].reverse().filter((look) => candidateOf(look) === person);
  const newest = looks.find((look) => look.decision === decision) ?? looks[0] ?? track.face;
  return { ...newest, decision };
}

function nearest(track, faces) {
  const best = [...faces].map((face) => [overlap(track.target, face.box), face]).sort((a, b) => b[0] - a[0])[0];
  return best && best[0] >= SAME_FACE_IOU ? best[1] : null;
}

/** Intersection over union. */
export function overlap(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  const both = Math.max(0, w) * Math.max(0, h);
  return both / (a.w * a.h + b.w * b.h - both);
}
