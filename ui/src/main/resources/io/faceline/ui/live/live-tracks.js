// @ts-check
import { candidateOf, vote } from './identity-voting.js';

/**
 * @typedef {import('../shared/faces.js').Box} Box
 * @typedef {import('../shared/faces.js').Face} Face
 * @typedef {import('../shared/rules.js').Rules} Rules
 *
 * One face that is followed. `target` is its last detected box, `box` the one that is shown; times are those of performance.now().
 * @typedef {object} Track
 * @property {number} id
 * @property {Box} box
 * @property {Box} target
 * @property {{x: number, y: number}} speed in shares of the image per millisecond
 * @property {Face} face the newest detection
 * @property {Face[]} votes the last detections, oldest first
 * @property {number} capturedAt
 * @property {number} updatedAt
 * @property {number} movedAt
 * @property {{at: number, x: number, y: number}[]} trail
 */

/** A detection continues a track if its box overlaps the last one by at least this intersection over union. */
const MIN_IOU = 0.25;
const EXPIRES_AFTER_MILLIS = 800;
const MAX_EXTRAPOLATION_MILLIS = 250;
/** Time constant with which a shown box approaches the detected one. */
const SMOOTHING_MILLIS = 70;
/** Share of the measured speed that is extrapolated: detected boxes jitter. */
const SPEED_SHARE = 0.5;
const TRAIL_MILLIS = 1500;

/** How many detections vote. A track continues by position alone, so another person may have taken its place. */
const MAX_VOTES = 7;

/**
 * Follows faces between the answers of the server, so that boxes move at the screen's rate. A track is named by the
 * rules that hold in videos.
 */
export class LiveTracks {
  /** @type {Track[]} */
  #tracks = [];
  #nextId = 1;
  #rules;

  /** @param {Rules} rules of the server */
  constructor(rules) {
    this.#rules = rules;
  }

  /**
   * @param {Face[]} faces of one answer
   * @param {number} capturedAt when the frame was captured, as of performance.now()
   */
  update(faces, capturedAt, now = performance.now()) {
    const unassigned = new Set(faces);
    for (const track of [...this.#tracks].sort((a, b) => b.votes.length - a.votes.length)) {
      const face = bestMatch(track, unassigned);
      if (face) {
        unassigned.delete(face);
        updateTrack(track, face, capturedAt, now);
      }
    }
    unassigned.forEach((face) => this.#tracks.push(createTrack(this.#nextId++, face, capturedAt)));
  }

  /** The tracks at a moment, with boxes moved to where the faces probably are. @param {number} now */
  tracksAt(now) {
    this.#tracks = this.#tracks.filter((track) => now - track.updatedAt < EXPIRES_AFTER_MILLIS);
    return this.#tracks.map((track) => {
      moveBox(track, now);
      return { id: track.id, face: { ...identify(track, this.#rules), box: track.box }, trail: track.trail };
    });
  }
}

/**
 * @param {number} id
 * @param {Face} face
 * @param {number} at
 * @returns {Track}
 */
function createTrack(id, face, at) {
  return {
    id,
    box: { ...face.box },
    target: face.box,
    speed: { x: 0, y: 0 },
    face,
    votes: [face],
    capturedAt: at,
    updatedAt: at,
    movedAt: at,
    trail: [],
  };
}

/**
 * @param {Track} track changed in place
 * @param {Face} face
 * @param {number} capturedAt
 * @param {number} now
 */
function updateTrack(track, face, capturedAt, now) {
  const millis = Math.max(1, capturedAt - track.capturedAt);
  track.speed = {
    x: ((face.box.x - track.target.x) / millis) * SPEED_SHARE,
    y: ((face.box.y - track.target.y) / millis) * SPEED_SHARE,
  };
  track.target = face.box;
  track.face = face;
  track.capturedAt = capturedAt;
  track.updatedAt = now;
  track.votes = [...track.votes, face].slice(-MAX_VOTES);
}

/**
 * @param {Track} track changed in place
 * @param {number} now
 */
function moveBox(track, now) {
  const ahead = Math.min(MAX_EXTRAPOLATION_MILLIS, now - track.capturedAt);
  const share = 1 - Math.exp(-(now - track.movedAt) / SMOOTHING_MILLIS);
  const { box, target, speed } = track;
  box.x += (target.x + speed.x * ahead - box.x) * share;
  box.y += (target.y + speed.y * ahead - box.y) * share;
  box.w += (target.w - box.w) * share;
  box.h += (target.h - box.h) * share;
  track.movedAt = now;
  track.trail.push({ at: now, x: box.x + box.w / 2, y: box.y + box.h });
  track.trail = track.trail.filter((point) => now - point.at < TRAIL_MILLIS);
}

/**
 * The newest detection that agrees with the vote of the last ones. A confidence applies only to the decision it belongs to.
 *
 * @param {Track} track
 * @param {Rules} rules
 * @returns {Face}
 */
function identify(track, rules) {
  const { decision, person } = vote(track.votes, rules);
  const looks = track.votes.filter((look) => candidateOf(look) === person).reverse();
  const newest = looks.find((look) => look.decision === decision);
  return newest ?? { ...(looks[0] ?? track.face), decision, confidence: null };
}

/**
 * @param {Track} track
 * @param {Set<Face>} faces
 */
function bestMatch(track, faces) {
  const [best] = [...faces].map((face) => ({ face, iou: iou(track.target, face.box) })).sort((a, b) => b.iou - a.iou);
  return best && best.iou >= MIN_IOU ? best.face : null;
}

/**
 * Intersection over union.
 *
 * @param {Box} a
 * @param {Box} b
 */
export function iou(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  const both = Math.max(0, w) * Math.max(0, h);
  return both / (a.w * a.h + b.w * b.h - both);
}
