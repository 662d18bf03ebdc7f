// @ts-check
import { rules } from './rules.js';
import { formatConfidence, t, textOfCode } from './strings.js';

/**
 * A rectangle in shares of the image's width and height.
 * @typedef {{x: number, y: number, w: number, h: number}} Box
 */

/**
 * One face of an answer, with what is shown of it.
 * @typedef {object} Face
 * @property {number} index
 * @property {Box} box
 * @property {any} quality
 * @property {'match' | 'uncertain' | 'unknown'} decision
 * @property {any[]} candidates
 * @property {number | null} similarity
 * @property {number | null} confidence
 * @property {string[]} reasons
 * @property {string | null} name
 * @property {any} person
 * @property {number | null} track the number of the track that the face belongs to, if that is known
 * @property {string | null} trackKey the id of that track, by which it is corrected
 */

/** @typedef {'sure' | 'unsure' | 'unknown'} Tone */

/**
 * The faces in the answer to a photo, a live frame or a video frame.
 *
 * @param {any} answer
 * @returns {Face[]}
 */
export function facesOf(answer) {
  return (answer.outcome.value.faces ?? []).map((/** @type {any} */ { face, identification, track }) =>
    faceOf(face, identification, track ?? null),
  );
}

/**
 * @param {any} face as it was detected
 * @param {any} identification of this frame
 * @param {any} track that the face belongs to, if any
 * @returns {Face}
 */
function faceOf(face, identification, track) {
  // Somebody whom the track names, and who was deleted since, has no name: the candidate of the frame may be somebody else.
  const person = track?.person ?? identification?.candidates?.[0] ?? null;
  return {
    index: face.index,
    box: face.box,
    quality: face.quality,
    decision: track?.decision ?? identification?.decision ?? 'unknown',
    candidates: identification?.candidates ?? [],
    similarity: identification?.similarity ?? null,
    confidence: decisionConfidence(identification, track),
    reasons: identification?.reasons ?? [],
    name: person?.name ?? null,
    person,
    track: track?.id ?? null,
    trackKey: track?.key ?? null,
  };
}

/**
 * A track decides by many frames, so the confidence of this frame applies only if both agree.
 *
 * @param {any} identification of this frame
 * @param {any} track that the face belongs to, if any
 */
function decisionConfidence(identification, track) {
  const isAgreed =
    !track ||
    (track.decision === identification?.decision && track.person?.id === identification?.candidates?.[0]?.person);
  return isAgreed ? (identification?.confidence ?? null) : null;
}

/**
 * How a face is shown. Each tone has its own colour, line style and sign.
 *
 * @param {Pick<Face, 'decision' | 'confidence'>} face
 * @returns {Tone}
 */
export function toneOf(face) {
  if (face.decision === 'unknown') {
    return 'unknown';
  }
  const isSure = face.decision === 'match' && (face.confidence ?? 1) >= rules().sureConfidence;
  return isSure ? 'sure' : 'unsure';
}

/** @type {Record<Tone, string>} */
export const SIGNS = { sure: '✓', unsure: '?', unknown: '–' };

/** A short name for the face. @param {Face} face */
export function titleOf(face) {
  if (face.decision === 'unknown' || face.name === null) {
    return t('face.unknown');
  }
  return face.decision === 'match' ? face.name : t('face.perhaps', { name: face.name });
}

/** @param {Face} face */
export function confidenceText(face) {
  return face.decision === 'unknown' || face.confidence === null ? '' : formatConfidence(face.confidence);
}

/** A sentence that says who it is and how sure that is. @param {Face} face */
export function sentenceOf(face) {
  return t(sentenceKey(face), { name: face.name ?? t('face.nameless'), confidence: confidenceText(face) });
}

/** @param {Face} face */
function sentenceKey(face) {
  if (face.decision === 'unknown') {
    return 'face.nobody';
  }
  if (face.decision === 'uncertain') {
    return 'face.mayBe';
  }
  if (face.confidence === null) {
    return 'face.isByTrack';
  }
  return toneOf(face) === 'sure' ? 'face.is' : 'face.isUnsure';
}

/** Why the decision is not surer, as sentences. @param {Face} face */
export function reasonTexts(face) {
  const pixels = Math.round(face.quality?.sizePixels ?? 0);
  return face.reasons.map((reason) => textOfCode(`reason.${reason}`, { pixels }));
}
