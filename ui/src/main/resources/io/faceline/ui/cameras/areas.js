// @ts-check

/**
 * @typedef {import('./camera-fields.js').Area} Area
 * @typedef {Area['box']} Box
 */

/** The server takes no more. */
export const MAX_AREAS = 20;
/** What is smaller was a click, not a drag. In shares of the picture. */
const MIN_SIDE = 0.02;

/** The area between two points of the picture; null if it is too small. @param {Point} a @param {Point} b @returns {Box | null} */
export function boxBetween(a, b) {
  const [left, right] = [a.x, b.x].map(clip).sort((one, other) => one - other);
  const [top, bottom] = [a.y, b.y].map(clip).sort((one, other) => one - other);
  const box = { x: round(left), y: round(top), w: round(right - left), h: round(bottom - top) };
  return box.w < MIN_SIDE || box.h < MIN_SIDE ? null : fitted(box);
}

/** @typedef {{x: number, y: number}} Point in shares of the picture */

/** A new area in the middle, to be moved by its numbers. @returns {Area} */
export function middleArea() {
  return { box: { x: 0.4, y: 0.4, w: 0.2, h: 0.2 }, motion: true, faces: true };
}

/**
 * The area with one of its numbers changed, moved or cut so that it stays in the picture.
 *
 * @param {Box} box
 * @param {keyof Box} side
 * @param {number} percent
 * @returns {Box}
 */
export function withSide(box, side, percent) {
  const share = round(clip(Number.isFinite(percent) ? percent / 100 : 0));
  return fitted({
    ...box,
    [side]: side === 'w' || side === 'h' ? Math.max(MIN_SIDE, share) : Math.min(1 - MIN_SIDE, share),
  });
}

/**
 * The same place of the scene when the picture is turned.
 *
 * @param {Box} box
 * @param {number} degrees clockwise, a multiple of 90
 * @returns {Box}
 */
export function turned(box, degrees) {
  if (degrees % 360 === 0) {
    return box;
  }
  const { x, y, w, h } = box;
  return turned({ x: round(1 - y - h), y: x, w: h, h: w }, (degrees + 270) % 360);
}

/** @param {Box} box @returns {Box} */
function fitted({ x, y, w, h }) {
  return { x, y, w: round(Math.min(w, 1 - x)), h: round(Math.min(h, 1 - y)) };
}

/** @param {number} share */
function clip(share) {
  return Math.min(1, Math.max(0, share));
}

/** To a thousandth, so that numbers stay readable. @param {number} share */
function round(share) {
  return Math.round(share * 1000) / 1000;
}
