import { SIGNS, confidenceOf, titleOf, toneOf } from './faces.js';
import { save, stem } from './save-file.js';
import { pictureOf, toBlob } from './images.js';

const COLOURS = { sure: '#16a34a', unsure: '#eab308', unknown: '#ef4444' };
const DASHES = { sure: [], unsure: [4, 2], unknown: [1, 1.6] };

/** The picture with boxes and names drawn into it, in full size, as a file. */
export async function saveAnnotated(file, faces) {
  const picture = await pictureOf(file);
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  faces.forEach((face) => drawFace(context, face));
  save(await toBlob(canvas), `${stem(file.name)}-faces.jpg`);
}

/** @param context of a canvas as large as the picture */
export function drawFace(context, face) {
  const { width, height } = context.canvas;
  const line = Math.max(2, Math.round(Math.min(width, height) / 250));
  const tone = toneOf(face);
  const [x, y, w, h] = [face.box.x * width, face.box.y * height, face.box.w * width, face.box.h * height];
  context.strokeStyle = COLOURS[tone];
  context.lineWidth = line;
  context.setLineDash(DASHES[tone].map((part) => part * line * 2));
  context.strokeRect(x, y, w, h);
  drawLabel(context, `${SIGNS[tone]} ${titleOf(face)} ${confidenceOf(face)}`.trim(), x, y, line * 7, COLOURS[tone]);
}

function drawLabel(context, text, x, y, size, colour) {
  context.font = `600 ${size}px system-ui, sans-serif`;
  const width = context.measureText(text).width + size;
  const left = Math.max(0, Math.min(x, context.canvas.width - width));
  const top = Math.max(0, y - size * 1.5);
  context.fillStyle = colour;
  context.fillRect(left, top, width, size * 1.5);
  context.fillStyle = colour === COLOURS.unsure ? '#1a1a1a' : '#ffffff';
  context.fillText(text, left + size / 2, top + size * 1.1);
}
