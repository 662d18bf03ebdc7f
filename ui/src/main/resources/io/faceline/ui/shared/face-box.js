import { confidenceText, SIGNS, titleOf, toneOf } from './faces.js';
import { element } from './html.js';
import { placeLabels } from './label-placement.js';

/** A face narrower than this share of the image has no room for a name, or for saying that it has none. */
const MIN_LABELLED_WIDTH = { sure: 0.045, unsure: 0.045, unknown: 0.12 };

/** A box around a face with its name; a button if it can be opened. Its container must be as large as the image. */
export function faceBox(face, onOpen) {
  const label = `${titleOf(face)} ${confidenceText(face)}`.trim();
  const box = onOpen
    ? element`<button type="button" class="face-box" aria-label="${label}" @click="${onOpen}"></button>`
    : element`<div class="face-box"></div>`;
  box.append(
    element`<span class="face-label" aria-hidden="true"><b class="sign"></b><span class="who"></span><span class="sure"></span></span>`,
  );
  updateBox(box, face);
  return box;
}

/** Shows a newer detection of the same face. */
export function updateBox(box, face) {
  const tone = toneOf(face);
  box.dataset.tone = tone;
  box.classList.toggle('narrow', face.box.w < MIN_LABELLED_WIDTH[tone]);
  box.style.left = `${face.box.x * 100}%`;
  box.style.top = `${face.box.y * 100}%`;
  box.style.width = `${face.box.w * 100}%`;
  box.style.height = `${face.box.h * 100}%`;
  box.querySelector('.sign').textContent = SIGNS[tone];
  box.querySelector('.who').textContent = titleOf(face);
  box.querySelector('.sure').textContent = confidenceText(face);
}

/** Places the labels of all boxes so that they cover as little as possible. Call it whenever a box or the image changes. */
export function arrangeLabels(container) {
  const boxes = [...container.querySelectorAll('.face-box')];
  const labels = boxes.map(measureLabel);
  const places = placeLabels(labels, { width: container.clientWidth, height: container.clientHeight });
  boxes.forEach((box, i) => {
    const label = box.querySelector('.face-label');
    label.style.left = `${places[i].x - labels[i].box.x}px`;
    label.style.top = `${places[i].y - labels[i].box.y}px`;
    label.dataset.position = places[i].position;
  });
}

function measureLabel(box) {
  const label = box.querySelector('.face-label');
  const previous = label.dataset.position === undefined ? undefined : Number(label.dataset.position);
  return {
    box: { x: box.offsetLeft, y: box.offsetTop, w: box.offsetWidth, h: box.offsetHeight },
    width: label.offsetWidth,
    height: label.offsetHeight,
    previous,
  };
}
