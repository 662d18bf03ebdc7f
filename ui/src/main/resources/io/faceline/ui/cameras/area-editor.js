import { element, html } from '../shared/html.js';
import { icon, iconButton } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { t } from '../shared/strings.js';
import { boxBetween, MAX_AREAS, middleArea, turned, withSide } from './areas.js';

const SIDES = ['x', 'y', 'w', 'h'];

/** The areas of the picture that are not looked at: drawn on it, or given as numbers. Set `areas`. */
class AreaEditor extends PageElement {
  #picture = null;
  #turned = 0;

  show() {
    this.areas ??= [];
    this.replaceChildren(html`
      <p class="quiet small">${t('cameras.areasWhat')}</p>
      <div class="area-stage" hidden><canvas></canvas><div class="area-boxes"></div></div>
      <p class="quiet small" data-missing>${t('cameras.areasNoPicture')}</p>
      <ol class="area-list stack"></ol>
      <div class="row"><button type="button" class="button" data-add-area @click="${() => this.#add(middleArea())}">${icon('plus')} ${t('cameras.areasAdd')}</button></div>`);
    this.listen(this.find('.area-stage'), 'pointerdown', (event) => this.#drag(event));
    this.#draw();
  }

  /** @param picture to draw on @param degrees clockwise by which it is turned before */
  setPicture(picture, degrees) {
    this.#picture = picture;
    this.#turned = degrees;
    this.#drawPicture();
  }

  /** Areas stay on what they cover. @param degrees clockwise by which the picture is turned from now on */
  turn(degrees) {
    this.areas = this.areas.map((area) => ({ ...area, box: turned(area.box, degrees) }));
    this.#draw();
  }

  #drawPicture() {
    this.find('.area-stage').hidden = this.#picture === null;
    this.find('[data-missing]').hidden = this.#picture !== null;
    if (this.#picture) {
      drawTurned(this.find('canvas'), this.#picture, this.#turned);
    }
  }

  #add(area) {
    if (this.areas.length < MAX_AREAS) {
      this.areas = [...this.areas, area];
      this.#draw();
    }
  }

  #change(i, area) {
    this.areas = this.areas.with(i, area);
    this.#drawBoxes();
  }

  #draw() {
    this.#drawBoxes();
    this.find('.area-list').replaceChildren(...this.areas.map((area, i) => this.#row(area, i)));
    this.find('[data-add-area]').disabled = this.areas.length >= MAX_AREAS;
  }

  #drawBoxes(extra = []) {
    this.find('.area-boxes').replaceChildren(...[...this.areas.map(({ box }) => box), ...extra].map(drawnBox));
  }

  #row(area, i) {
    const number = i + 1;
    const side = (name) =>
      element`<label class="field"><span>${t(`cameras.area.${name}`)}</span><input type="number" min="0" max="100" step="0.1" value="${formatPlain(area.box[name])}"
        @change="${({ target }) => {
          this.#change(i, { ...this.areas[i], box: withSide(this.areas[i].box, name, Number(target.value)) });
          target.value = formatPlain(this.areas[i].box[name]);
        }}"></label>`;
    const toggle = (name) =>
      element`<label class="check"><input type="checkbox" checked="${area[name]}" @change="${({ target }) => this.#toggle(i, name, target)}"> ${t(`cameras.area.${name}`)}</label>`;
    return element`<li><div class="area-row" role="group" aria-label="${t('cameras.areaNumber', { number })}"><b class="number">${number}</b>
      <div class="area-sides">${SIDES.map(side)}</div><div class="row">${['motion', 'faces'].map(toggle)}
      ${iconButton('trash', t('cameras.areaRemove', { number }), () => this.#remove(i))}</div></div></li>`;
  }

  /** An area that ignores nothing is none: the other switch goes on. */
  #toggle(i, name, checkbox) {
    const other = name === 'motion' ? 'faces' : 'motion';
    const area = { ...this.areas[i], [name]: checkbox.checked };
    this.#change(i, checkbox.checked || area[other] ? area : { ...area, [other]: true });
    this.#draw();
    this.querySelectorAll('.area-row')[i]?.querySelectorAll('input[type=checkbox]')[name === 'motion' ? 0 : 1]?.focus();
  }

  #remove(i) {
    this.areas = this.areas.toSpliced(i, 1);
    this.#draw();
    this.find('[data-add-area]').focus();
  }

  #drag(event) {
    if (event.button !== 0 || this.areas.length >= MAX_AREAS) {
      return;
    }
    event.preventDefault();
    const stage = event.currentTarget;
    const start = pointOf(stage, event);
    const dragging = new AbortController();
    const signal = AbortSignal.any([dragging.signal, this.signal]);
    stage.setPointerCapture(event.pointerId);
    stage.addEventListener('pointermove', (move) => this.#drawBoxes(asList(boxBetween(start, pointOf(stage, move)))), {
      signal,
    });
    stage.addEventListener('pointercancel', () => this.#endDrag(dragging, null), { signal });
    stage.addEventListener('pointerup', (end) => this.#endDrag(dragging, boxBetween(start, pointOf(stage, end))), {
      signal,
    });
  }

  #endDrag(dragging, box) {
    dragging.abort();
    if (box) {
      this.#add({ box, motion: true, faces: true });
    } else {
      this.#drawBoxes();
    }
  }
}

function asList(box) {
  return box ? [box] : [];
}

function pointOf(stage, { clientX, clientY }) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

function drawnBox({ x, y, w, h }, i) {
  const box = element`<div class="area-box"><b class="number">${i + 1}</b></div>`;
  Object.assign(box.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` });
  return box;
}

/** A percentage as a number field takes it. */
function formatPlain(share) {
  return String(Math.round(share * 1000) / 10);
}

function drawTurned(canvas, picture, degrees) {
  const isSideways = degrees % 180 !== 0;
  canvas.width = isSideways ? picture.height : picture.width;
  canvas.height = isSideways ? picture.width : picture.height;
  const context = canvas.getContext('2d');
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
}

customElements.define('fl-area-editor', AreaEditor);
