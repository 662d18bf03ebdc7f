import { LiveFrames } from '../live/live-frames.js';
import { closeCamera, openCamera } from '../shared/camera.js';
import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { rules } from '../shared/rules.js';
import { errorState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { assessFrame } from './capture-rules.js';
import { mayBeSamePerson } from './people-api.js';
import './capture-slots.js';

const MAX_SIDE_PIXELS = 1280;
/** A photo is taken after this many consecutive good frames of one pose. */
const STEADY_FRAMES = 3;
const MIN_INTERVAL_MILLIS = 700;
/** A hint stays at least this long after a photo, to be readable. */
const MIN_HINT_MILLIS = 600;

/** Takes a photo of each pose by itself, from frames that are good enough. Emits `photos-changed`; read them from `photos`. */
class AutoCapture extends PageElement {
  #steady = { pose: null, frames: 0 };
  #lastKept = 0;
  #isComparing = false;
  #stream = null;
  #frames = null;

  show() {
    this.replaceChildren(html`<div class="camera-place"></div><fl-capture-slots></fl-capture-slots>`);
    this.listen(this.#slots, 'photos-changed', () => this.#onPhotosChanged());
    this.#start();
  }

  get #slots() {
    return this.find('fl-capture-slots');
  }

  get photos() {
    return this.#slots.photos;
  }

  get isComplete() {
    return this.#slots.isComplete;
  }

  async #start() {
    const place = this.find('.camera-place');
    try {
      this.#stream = await openCamera();
    } catch (error) {
      place.replaceChildren(errorState(error, () => this.#start()));
      return;
    }
    if (this.signal.aborted) {
      this.leave();
      return;
    }
    place.replaceChildren(html`<div class="stage mirrored capture"><video muted playsinline></video><div class="capture-ring" data-state="wait"></div>
      <p class="capture-hint" role="status">${t('capture.wait')}</p></div>`);
    const video = this.find('video');
    video.srcObject = this.#stream;
    // Rejected if the page was left meanwhile.
    await video.play().catch(() => {});
    this.#frames = new LiveFrames(video, MAX_SIDE_PIXELS);
    this.listen(this.#frames, 'answer', ({ detail }) => this.#onFrame(detail));
    this.listen(this.#frames, 'problem', ({ detail }) => this.#hint(detail.message, 'bad'));
    this.#frames.start();
    if (this.signal.aborted) {
      this.leave();
    }
  }

  #onFrame({ answer, blob }) {
    const { pose, problem } = assessFrame(answer, rules().portrait);
    if (this.#isComparing || performance.now() - this.#lastKept < MIN_HINT_MILLIS) {
      return;
    }
    if (problem) {
      this.#steady = { pose: null, frames: 0 };
      this.#hint(t(`capture.${problem}`), 'bad');
    } else if (this.#slots.has(pose)) {
      this.#hint(t(`capture.ask.${this.#slots.nextPose}`), 'good');
    } else {
      this.#countSteadyFrames(pose, blob);
    }
  }

  async #countSteadyFrames(pose, blob) {
    const frames = this.#steady.pose === pose ? this.#steady.frames + 1 : 1;
    this.#steady = { pose, frames };
    this.#hint(t('capture.hold'), 'good');
    if (frames >= STEADY_FRAMES && performance.now() - this.#lastKept > MIN_INTERVAL_MILLIS) {
      await this.#keepIfSamePerson(pose, blob);
    }
  }

  /** Keeps the photo only if it shows the same person as the first: passers-by must not be added under this name. */
  async #keepIfSamePerson(pose, blob) {
    const [first] = this.photos;
    this.#isComparing = true;
    try {
      const isSame = first === undefined || (await mayBeSamePerson(first, blob));
      this.#lastKept = performance.now();
      if (isSame) {
        this.#slots.keep(pose, blob);
      } else {
        this.#hint(t('capture.ANOTHER_PERSON'), 'bad');
      }
    } catch (error) {
      this.#hint(error.message, 'bad');
    } finally {
      this.#isComparing = false;
    }
  }

  /** Stops when all poses are there, and starts again when a photo was removed. */
  #onPhotosChanged() {
    if (this.isComplete) {
      this.#hint(t('capture.complete'), 'kept');
      this.leave();
    } else if (this.#frames === null) {
      this.#start();
    } else {
      this.#hint(t(`capture.ask.${this.#slots.nextPose}`), 'kept');
    }
  }

  #hint(text, state) {
    this.find('.capture-ring').dataset.state = state;
    const hint = this.find('.capture-hint');
    if (hint.textContent !== text) {
      hint.textContent = text;
    }
  }

  leave() {
    this.#frames?.stop();
    closeCamera(this.#stream);
    this.#frames = null;
    this.#stream = null;
  }
}

customElements.define('fl-auto-capture', AutoCapture);
