import { confidenceText, SIGNS, titleOf, toneOf } from './faces.js';
import { decodeImage, toBlob } from './images.js';
import { placeLabels } from './label-placement.js';
import { baseName, saveFile } from './save-file.js';

const COLOURS = { sure: '#16a34a', unsure: '#eab308', unknown: '#ef4444' };
const TEXT_COLOURS = { sure: '#ffffff', unsure: '#1a1a1a', unknown: '#ffffff' };
const DASHES = { sure: [], unsure: [4, 2], unknown: [1, 1.6] };

/** Saves the image in full size with boxes and names drawn into it. */
export async function saveAnnotatedImage(file, faces) {
  const image = await decodeImage(file);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  drawFaces(context, faces);
  saveFile(await toBlob(canvas), `${baseName(file.name)}-faces.jpg`);
}

/** @param context of a canvas as large as the image */
export function drawFaces(context, faces) {
  const { width, height } = context.canvas;
  const line = Math.max(2, Math.round(Math.min(width, height) / 250));
  const fontSize = line * 7;
  context.font = `600 ${fontSize}px system-ui, sans-serif`;
  const labels = faces.map((face) => labelOf(context, face, fontSize));
  labels.forEach((label) => drawBox(context, label, line));
  placeLabels(labels, { width, height }).forEach((place, i) => drawLabel(context, labels[i], place, fontSize));
}

function labelOf(context, face, fontSize) {
  const { width, height } = context.canvas;
  const tone = toneOf(face);
  const text = `${SIGNS[tone]} ${titleOf(face)} ${confidenceText(face)}`.trim();
  return {
    tone,
    text,
    box: { x: face.box.x * width, y: face.box.y * height, w: face.box.w * width, h: face.box.h * height },
    width: context.measureText(text).width + fontSize,
    height: fontSize * 1.5,
  };
}

function drawBox(context, { tone, box }, line) {
  context.strokeStyle = COLOURS[tone];
  context.lineWidth = line;
  context.setLineDash(DASHES[tone].map((part) => part * line * 2));
  context.strokeRect(box.x, box.y, box.w, box.h);
}

function drawLabel(context, { tone, text, width, height }, { x, y }, fontSize) {
  context.fillStyle = COLOURS[tone];
  context.fillRect(x, y, width, height);
  context.fillStyle = TEXT_COLOURS[tone];
  context.fillText(text, x + fontSize / 2, y + fontSize * 1.1);
}
