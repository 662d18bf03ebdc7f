import { arrangeLabels, faceBox, updateBox } from './face-box.js';
import { element } from './html.js';
import { PageElement } from './page-element.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Boxes and trails over a video. Call `draw` with the current tracks {id, face, trail} for each frame. */
class TrackOverlay extends PageElement {
  #boxes = new Map();
  #trails = new Map();

  show() {
    this.classList.add('face-boxes');
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 1 1');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('class', 'trails');
    this.replaceChildren(svg, element`<div></div>`);
  }

  draw(tracks) {
    const ids = new Set(tracks.map((track) => track.id));
    for (const map of [this.#boxes, this.#trails]) {
      for (const [id, node] of map) {
        if (!ids.has(id)) {
          node.remove();
          map.delete(id);
        }
      }
    }
    tracks.forEach((track) => this.#drawOne(track));
    arrangeLabels(this);
  }

  #drawOne({ id, face, trail = [] }) {
    if (!this.#boxes.has(id)) {
      const box = faceBox(face);
      this.#boxes.set(id, box);
      this.find('div').append(box);
      const line = document.createElementNS(SVG, 'polyline');
      this.#trails.set(id, line);
      this.find('svg').append(line);
    }
    updateBox(this.#boxes.get(id), face);
    this.#trails.get(id).setAttribute('points', trail.map(({ x, y }) => `${x.toFixed(4)},${y.toFixed(4)}`).join(' '));
    this.#trails.get(id).dataset.tone = this.#boxes.get(id).dataset.tone;
  }
}

customElements.define('fl-track-overlay', TrackOverlay);
