// @ts-check
import { CameraFaces } from './camera-faces.js';
import { SeenPeople } from './seen-people.js';

/**
 * @typedef {import('./cameras-api.js').CameraView} CameraView
 * @typedef {import('./cameras-api.js').Preview} Preview
 */

const MAX_PREVIEWS = 30;

/** What the page knows of a camera: its newest state, the faces of its last seconds, and who was seen. */
export class CameraWatch {
  /** @type {CameraView} */
  view;
  faces = new CameraFaces();
  seen = new SeenPeople();
  /** Frames by the time at which they were captured, as the server writes it. @type {Map<string, string>} */
  #frames = new Map();

  /** @param {CameraView} view */
  constructor(view) {
    this.view = view;
    this.#remember(view.preview);
  }

  /** @param {CameraView} view */
  replace(view) {
    this.view = view;
    this.#remember(view.preview);
  }

  /** @param {Preview} preview */
  addPreview(preview) {
    this.view = { ...this.view, preview };
    this.#remember(preview);
  }

  /** The faces on a picture. @param {string | null} capturedAt */
  facesAt(capturedAt) {
    return this.faces.of(this.#frames.get(capturedAt ?? '') ?? null, capturedAt);
  }

  /** @param {Preview | null | undefined} preview */
  #remember(preview) {
    if (preview) {
      this.#frames.set(preview.capturedAt, preview.frame);
      if (this.#frames.size > MAX_PREVIEWS) {
        this.#frames = new Map([...this.#frames].slice(-MAX_PREVIEWS));
      }
    }
  }
}

/** All cameras, as events tell of them. */
export class CameraWatches {
  /** @type {Map<string, CameraWatch>} */
  #watches = new Map();

  /** By name. */
  list() {
    return [...this.#watches.values()].sort(
      ({ view: a }, { view: b }) =>
        a.name.localeCompare(b.name, undefined, { numeric: true }) || a.id.localeCompare(b.id),
    );
  }

  /** @param {string} id */
  get(id) {
    return this.#watches.get(id);
  }

  /** Takes a newer definition of a camera. @param {CameraView} view */
  replace(view) {
    this.#put(view);
  }

  /** Keeps what is known of cameras that there were before. @param {CameraView[]} views all that there are */
  replaceAll(views) {
    const ids = new Set(views.map(({ id }) => id));
    for (const id of this.#watches.keys()) {
      if (!ids.has(id)) {
        this.#watches.delete(id);
      }
    }
    views.forEach((view) => this.#put(view));
  }

  /**
   * @param {string} name of the event; names of newer versions say nothing
   * @param {any} data
   * @returns {string | null} the id of the camera that it is about, if that is known
   */
  apply(name, data) {
    if (name === 'camera') {
      this.#put(data);
      return data.id;
    }
    const watch = this.#watches.get(data.camera);
    if (!watch) {
      return null;
    }
    const actions = {
      preview: () => watch.addPreview(data),
      faces: () => watch.faces.add(data),
      track: () => watch.seen.add(data),
      deleted: () => this.#watches.delete(data.camera),
    };
    actions[/** @type {keyof typeof actions} */ (name)]?.();
    return data.camera;
  }

  /** @param {CameraView} view */
  #put(view) {
    const watch = this.#watches.get(view.id);
    if (watch) {
      watch.replace(view);
    } else {
      this.#watches.set(view.id, new CameraWatch(view));
    }
  }
}
