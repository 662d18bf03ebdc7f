// @ts-check

/**
 * @typedef {{x: number, y: number, w: number, h: number}} Rect in pixels
 *
 * @typedef {object} Label
 * @property {Rect} box of the face that is labelled
 * @property {number} width
 * @property {number} height
 * @property {number} [previous] position of the label before, as returned
 */

/** Distance of a label from its box. */
const GAP_PIXELS = 3;
/** Covering another label is this much worse than covering the same area of a face. */
const LABEL_WEIGHT = 10;
/** Covering the label's own face is better than covering another. */
const OWN_BOX_WEIGHT = 0.5;
/** A label moves only if that uncovers more than this share of its area, so that labels of moving faces do not jump. */
const MOVE_SHARE = 0.1;

/**
 * Finds a place for the label of each face: above, below, inside or beside its box. Takes the first position that covers nothing, or
 * else the one that covers least. Labels never leave the image. The same rules as for annotated images on the server.
 *
 * @param {Label[]} labels the most important first; a label without width takes no place
 * @param {{width: number, height: number}} image
 * @returns {{x: number, y: number, position: number}[]} top left corners
 */
export function placeLabels(labels, image) {
  const boxes = labels.map(({ box }) => box);
  /** @type {Rect[]} */
  const placed = [];
  return labels.map((label) => {
    const candidates = candidatesOf(label, image);
    const costs = candidates.map((candidate) => coveredArea(candidate, label.box, boxes, placed));
    const position = choose(costs, label);
    placed.push(candidates[position]);
    return { x: candidates[position].x, y: candidates[position].y, position };
  });
}

/**
 * @param {number[]} costs
 * @param {Label} label
 */
function choose(costs, { previous, width, height }) {
  const min = Math.min(...costs);
  if (previous !== undefined && costs[previous] <= min + width * height * MOVE_SHARE) {
    return previous;
  }
  return costs.indexOf(min);
}

/**
 * The possible places in the order of preference.
 *
 * @param {Label} label
 * @param {{width: number, height: number}} image
 */
function candidatesOf({ box, width, height }, image) {
  const left = box.x;
  const centre = box.x + (box.w - width) / 2;
  const right = box.x + box.w - width;
  const above = box.y - height - GAP_PIXELS;
  const below = box.y + box.h + GAP_PIXELS;
  const insideTop = box.y;
  const insideBottom = box.y + box.h - height;
  const before = box.x - width - GAP_PIXELS;
  const after = box.x + box.w + GAP_PIXELS;
  const corners = [above, below, insideTop, insideBottom].flatMap((y) => [left, centre, right].map((x) => [x, y]));
  const beside = [insideTop, insideBottom].flatMap((y) => [
    [after, y],
    [before, y],
  ]);
  const further = [
    [left, above - height],
    [left, below + height],
  ];
  return [...corners, ...beside, ...further].map(([x, y]) => ({
    x: Math.max(0, Math.min(image.width - width, x)),
    y: Math.max(0, Math.min(image.height - height, y)),
    w: width,
    h: height,
  }));
}

/**
 * @param {Rect} candidate
 * @param {Rect} own
 * @param {Rect[]} boxes of all faces
 * @param {Rect[]} placed labels
 */
function coveredArea(candidate, own, boxes, placed) {
  const ofBoxes = boxes.map((box) => overlap(candidate, box) * (box === own ? OWN_BOX_WEIGHT : 1));
  const ofLabels = placed.map((label) => overlap(candidate, label) * LABEL_WEIGHT);
  return [...ofBoxes, ...ofLabels].reduce((sum, area) => sum + area, 0);
}

/**
 * @param {Rect} a
 * @param {Rect} b
 */
function overlap(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(0, w) * Math.max(0, h);
}
