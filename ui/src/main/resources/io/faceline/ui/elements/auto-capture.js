import { html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { askJson } from '/ui/lib/api.js';
import { closeCamera, openCamera } from '/ui/lib/camera.js';
import { judge } from '/ui/lib/capture-rules.js';
import { LiveFrames } from '/ui/lib/live-frames.js';
import { rules } from '/ui/lib/rules.js';
import { t } from '/ui/lib/strings.js';
import { errorState } from '/ui/elements/states.js';
import '/ui/elements/capture-slots.js';

const LONGEST_SIDE = 1280;
/** Nobody holds still at once: a pose counts when it was seen this often in a row. */
const STEADY_FRAMES = 3;
const BETWEEN_MILLIS = 700;
/** So long what was just said stays, to be read. */
const READABLE_MILLIS = 600;

/** Takes a photo by itself of each pose, of frames that are good enough. Tells `kept` after each change; `photos` has them. */
class AutoCapture extends PageElement {
  #steady = { pose: null, frames: 0 };
  #lastKept = 0;
  #isComparing = false;
  #stream = null;
  #frames = null;

  show() {
    this.replaceChildren(html`<div class="camera-place"></div><fl-capture-slots></fl-capture-slots>`);
    this.listen(this.#slots, 'kept', () => this.#changed());
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
    // Refused to who has left meanwhile.
    await video.play().catch(() => {});
    this.#frames = new LiveFrames(video, LONGEST_SIDE);
    this.listen(this.#frames, 'answer', ({ detail }) => this.#look(detail));
    this.listen(this.#frames, 'problem', ({ detail }) => this.#hint(detail.message, 'bad'));
    this.#frames.start();
    if (this.signal.aborted) {
      this.leave();
    }
  }

  #look({ answer, blob }) {
    const { pose, problem } = judge(answer, rules().portrait);
    if (this.#isComparing || performance.now() - this.#lastKept < READABLE_MILLIS) {
      return;
    }
    if (problem) {
      this.#steady = { pose: null, frames: 0 };
      this.#hint(t(`capture.${problem}`), 'bad');
    } else if (this.#slots.has(pose)) {
      this.#hint(t(`capture.ask.${this.#slots.wanted}`), 'good');
    } else {
      this.#count(pose, blob);
    }
  }

  async #count(pose, blob) {
    const frames = this.#steady.pose === pose ? this.#steady.frames + 1 : 1;
    this.#steady = { pose, frames };
    this.#hint(t('capture.hold'), 'good');
    if (frames >= STEADY_FRAMES && performance.now() - this.#lastKept > BETWEEN_MILLIS) {
      await this.#compare(pose, blob);
    }
  }

  /** All photos must be of one person: whoever walks by must not get the name of another. */
  async #compare(pose, blob) {
    const [first] = this.photos;
    this.#isComparing = true;
    try {
      const isOne = first === undefined || (await mayBeSame(first, blob));
      this.#lastKept = performance.now();
      if (isOne) {
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

  /** Stops at the target, and begins again when a photo was given up. */
  #changed() {
    if (this.isComplete) {
      this.#hint(t('capture.complete'), 'kept');
      this.leave();
    } else if (this.#frames === null) {
      this.#start();
    } else {
      this.#hint(t(`capture.ask.${this.#slots.wanted}`), 'kept');
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

/** Whether two photos may be of one person. A head that is turned looks less like itself: only a clear no is one. */
async function mayBeSame(photo, other) {
  const form = new FormData();
  form.append('file', photo);
  form.append('file', other);
  return (await askJson('/api/v1/verify', { method: 'POST', body: form })).decision !== 'unknown';
}

customElements.define('fl-auto-capture', AutoCapture);
