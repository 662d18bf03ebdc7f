import { rules } from '/ui/lib/rules.js';
import { t, sureness } from '/ui/lib/strings.js';

/** The faces of an answer of `recognize`, of a live frame or of a frame of a job, flat. */
export function facesOf(answer) {
  return (answer.outcome.value.faces ?? []).map(({ face, identification, track }) => ({
    index: face.index,
    box: face.box,
    quality: face.quality,
    decision: track?.decision ?? identification?.decision ?? 'unknown',
    candidates: identification?.candidates ?? [],
    similarity: identification?.similarity ?? null,
    confidence: confidenceOfName(identification, track),
    reasons: identification?.reasons ?? [],
    name: nameOf(identification, track),
    person: track?.person ?? identification?.candidates?.[0] ?? null,
    track: track?.id ?? null,
  }));
}

/** Who follows a face judges by many frames: what one frame says is no measure of that, unless both say the same. */
function confidenceOfName(identification, track) {
  const isOwn = !track || (track.decision === identification?.decision && track.person?.id === identification?.candidates?.[0]?.person);
  return isOwn ? identification?.confidence ?? null : null;
}

function nameOf(identification, track) {
  return track?.person?.name ?? identification?.candidates?.[0]?.name ?? null;
}

/** How it is shown: sure, unsure or unknown. Every tone has a colour, a line and a sign of its own. */
export function toneOf(face) {
  if (face.decision === 'unknown') {
    return 'unknown';
  }
  const isSure = face.decision === 'match' && (face.confidence ?? 1) >= rules().sureConfidence;
  return isSure ? 'sure' : 'unsure';
}

export const SIGNS = { sure: '✓', unsure: '?', unknown: '–' };

/** Who it is, in a word or two. */
export function titleOf(face) {
  if (face.decision === 'unknown' || face.name === null) {
    return t('face.unknown');
  }
  return face.decision === 'match' ? face.name : t('face.perhaps', { name: face.name });
}

export function confidenceOf(face) {
  return face.decision === 'unknown' || face.confidence === null ? '' : sureness(face.confidence);
}

/** A sentence for people: who, how sure, and what that rests on. */
export function sentenceOf(face) {
  const key = { sure: 'face.is', unsure: face.decision === 'match' ? 'face.isUnsure' : 'face.mayBe', unknown: 'face.nobody' };
  return t(key[toneOf(face)], { name: face.name ?? '', confidence: face.confidence === null ? '' : sureness(face.confidence) });
}

/** Why it is no surer, in plain words. */
export function reasonsOf(face) {
  return face.reasons.map((reason) => t(`reason.${reason}`, { pixels: Math.round(face.quality?.sizePixels ?? 0) }));
}
