/** The picture of a file or blob as it is meant to be seen: upright. */
export async function pictureOf(blob) {
  return createImageBitmap(blob, { imageOrientation: 'from-image' });
}

/** How much around a face is cut out with it, in sizes of the face. */
const AROUND = 0.6;

/**
 * A part of a picture with one face and no other: as much around it as the others leave.
 *
 * @param faces all of the picture, boxes in shares of it
 * @returns in pixels
 */
export function cutAround(face, faces, width, height) {
  const box = face.box;
  const part = {
    left: box.x - box.w * AROUND, top: box.y - box.h * AROUND,
    right: box.x + box.w * (1 + AROUND), bottom: box.y + box.h * (1 + AROUND),
  };
  for (const other of faces) {
    if (other.index !== face.index) {
      leaveOut(part, box, other.box);
    }
  }
  const left = Math.max(0, part.left) * width;
  const top = Math.max(0, part.top) * height;
  return { left, top, width: Math.min(1, part.right) * width - left, height: Math.min(1, part.bottom) * height - top };
}

/** Moves the side of the part that lies towards another face back to the nearer edge of that face, never into the own box. */
function leaveOut(part, box, other) {
  const meets = other.x < part.right && other.x + other.w > part.left && other.y < part.bottom && other.y + other.h > part.top;
  if (!meets) {
    return;
  }
  const gaps = [
    ['right', other.x - (box.x + box.w), () => { part.right = Math.max(box.x + box.w, other.x); }],
    ['left', box.x - (other.x + other.w), () => { part.left = Math.min(box.x, other.x + other.w); }],
    ['bottom', other.y - (box.y + box.h), () => { part.bottom = Math.max(box.y + box.h, other.y); }],
    ['top', box.y - (other.y + other.h), () => { part.top = Math.min(box.y, other.y + other.h); }],
  ];
  gaps.sort((a, b) => b[1] - a[1])[0][2]();
}

/** The part as a canvas; `longest` bounds its longer side in pixels. */
export function drawPart(picture, { left, top, width, height }, longest = Infinity) {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d').drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function toBlob(canvas, type = 'image/jpeg', quality = 0.92) {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });
}
