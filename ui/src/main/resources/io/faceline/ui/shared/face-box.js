import { element } from './html.js';
import { SIGNS, confidenceOf, titleOf, toneOf } from './faces.js';

/** From this share of the picture's width on there is room for a name, or for saying that there is none. */
const WIDE_ENOUGH = { sure: 0.045, unsure: 0.045, unknown: 0.12 };

/** A frame around a face with its name; a button where it can be opened. Position it in something as large as the picture. */
export function faceBox(face, onOpen) {
  const label = `${titleOf(face)} ${confidenceOf(face)}`.trim();
  const box = onOpen
    ? element`<button type="button" class="face-box" aria-label="${label}" @click="${onOpen}"></button>`
    : element`<div class="face-box"></div>`;
  box.append(element`<span class="face-label" aria-hidden="true"><b class="sign"></b><span class="who"></span><span class="sure"></span></span>`);
  show(box, face);
  return box;
}

/** The same box for another look at the face. */
export function show(box, face) {
  box.dataset.tone = toneOf(face);
  box.classList.toggle('narrow', face.box.w < WIDE_ENOUGH[toneOf(face)]);
  place(box, face.box);
  box.querySelector('.sign').textContent = SIGNS[toneOf(face)];
  box.querySelector('.who').textContent = titleOf(face);
  box.querySelector('.sure').textContent = confidenceOf(face);
}

/** @param box in shares of the picture */
export function place(element, box) {
  element.style.left = `${box.x * 100}%`;
  element.style.top = `${box.y * 100}%`;
  element.style.width = `${box.w * 100}%`;
  element.style.height = `${box.h * 100}%`;
  // Above it there may be no room for the name.
  element.classList.toggle('at-top', box.y < 0.08);
  element.classList.toggle('at-right', box.x + box.w / 2 > 0.5);
}
