// @ts-check

/** @typedef {import('./faces.js').Box} Box */

/** Decodes an image file, turned upright. @param {Blob} blob */
export async function decodeImage(blob) {
  return createImageBitmap(blob, { imageOrientation: 'from-image' });
}

/** A crop is this much larger than its face on each side, in sizes of the face. */
const CROP_MARGIN = 0.6;

/**
 * The area around one face that contains no other face.
 *
 * @param {{index: number, box: Box}} face
 * @param {{index: number, box: Box}[]} faces all faces of the image
 * @param {number} width of the image in pixels
 * @param {number} height of the image in pixels
 * @returns an area in pixels
 */
export function cropAround(face, faces, width, height) {
  const { box } = face;
  const area = {
    left: box.x - box.w * CROP_MARGIN,
    top: box.y - box.h * CROP_MARGIN,
    right: box.x + box.w * (1 + CROP_MARGIN),
    bottom: box.y + box.h * (1 + CROP_MARGIN),
  };
  for (const other of faces) {
    if (other.index !== face.index) {
      excludeFace(area, box, other.box);
    }
  }
  const left = Math.max(0, area.left) * width;
  const top = Math.max(0, area.top) * height;
  return { left, top, width: Math.min(1, area.right) * width - left, height: Math.min(1, area.bottom) * height - top };
}

/**
 * Moves the side of the area that is nearest to another face back to that face's edge, but never into the face's own box.
 *
 * @param {{left: number, top: number, right: number, bottom: number}} area changed in place
 * @param {Box} box
 * @param {Box} other
 */
function excludeFace(area, box, other) {
  const isInside =
    other.x < area.right && other.x + other.w > area.left && other.y < area.bottom && other.y + other.h > area.top;
  if (!isInside) {
    return;
  }
  const sides = [
    {
      gap: other.x - (box.x + box.w),
      move: () => {
        area.right = Math.max(box.x + box.w, other.x);
      },
    },
    {
      gap: box.x - (other.x + other.w),
      move: () => {
        area.left = Math.min(box.x, other.x + other.w);
      },
    },
    {
      gap: other.y - (box.y + box.h),
      move: () => {
        area.bottom = Math.max(box.y + box.h, other.y);
      },
    },
    {
      gap: box.y - (other.y + other.h),
      move: () => {
        area.top = Math.min(box.y, other.y + other.h);
      },
    },
  ];
  sides.sort((a, b) => b.gap - a.gap)[0].move();
}

/**
 * Draws an area of an image on a new canvas, scaled down to a maximum side length.
 *
 * @param {CanvasImageSource} image
 * @param {{left: number, top: number, width: number, height: number}} area in pixels of the image
 * @param {number} [maxSide] in pixels
 */
export function drawCrop(image, { left, top, width, height }, maxSide = Infinity) {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
export function toBlob(canvas, type = 'image/jpeg', quality = 0.92) {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser cannot encode this image'))),
      type,
      quality,
    );
  });
}
