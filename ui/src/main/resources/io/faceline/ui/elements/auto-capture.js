import { element, html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { askJson } from '/ui/lib/api.js';
import { closeCamera, openCamera } from '/ui/lib/camera.js';
import { POSES, judge } from '/ui/lib/capture-rules.js';
import { LiveFrames } from '/ui/lib/live-frames.js';
import { t } from '/ui/lib/strings.js';
import { iconButton } from '/ui/elements/icon.js';
import { errorState } from '/ui/elements/states.js';

const LONGEST_SIDE = 1280;
/** Nobody holds still at once: a pose counts when it was seen this often in a row. */
const STEADY_FRAMES = 3;
const BETWEEN_MILLIS = 700;
/** So long what was just said stays, to be read. */
const READABLE_MILLIS = 600;

/** Takes a photo by itself of each pose, of frames that are good enough. Tells `kept` after each change; `photos` has them. */
class AutoCapture extends PageElement {
  #kept = new Map();
  #steady = { pose: null, frames: 0 };
  #lastKept = 0;
  #isComparing = false;
  #stream = null;
  #frames = null;

  get photos() {
    return [...this.#kept.values()];
  }

  get isComplete() {
    return this.#kept.size === POSES.length;
  }

  async show() {
    try {
      this.#stream = await openCamera();
    } catch (error) {
      this.replaceChildren(errorState(error, () => this.show()));
      return;
    }
    this.replaceChildren(html`
      <div class="stage mirrored capture"><video muted playsinline></video><div class="capture-ring" data-state="wait"></div>
        <p class="capture-hint" role="status">${t('capture.wait')}</p></div>
      <ol class="kept" aria-label="${t('capture.kept')}">${POSES.map((pose) => html`<li data-pose="${pose}"></li>`)}</ol>`);
    POSES.forEach((pose) => this.#showSlot(pose));
    const video = this.find('video');
    video.srcObject = this.#stream;
    await video.play();
    if (this.signal.aborted) {
      this.leave();
      return;
    }
    this.#frames = new LiveFrames(video, LONGEST_SIDE);
    this.listen(this.#frames, 'answer', ({ detail }) => this.#look(detail));
    this.listen(this.#frames, 'problem', ({ detail }) => this.#hint(detail.message, 'bad'));
    this.#frames.start();
  }

  #look({ answer, blob }) {
    const { pose, problem } = judge(answer);
    if (this.#isComparing || performance.now() - this.#lastKept < READABLE_MILLIS) {
      return;
    }
    if (problem) {
      this.#steady = { pose: null, frames: 0 };
      this.#hint(t(`capture.${problem}`), 'bad');
    } else if (this.#kept.has(pose)) {
      this.#hint(t(`capture.ask.${this.#wanted()}`), 'good');
    } else {
      this.#count(pose, blob);
    }
  }

  async #count(pose, blob) {
    const frames = this.#steady.pose === pose ? this.#steady.frames + 1 : 1;
    this.#steady = { pose, frames };
    this.#hint(t('capture.hold'), 'good');
    if (frames >= STEADY_FRAMES && !this.#isComparing && performance.now() - this.#lastKept > BETWEEN_MILLIS) {
      await this.#compare(pose, blob);
    }
  }

  /** All photos must be of one person: whoever walks by must not get the name of another. */
  async #compare(pose, blob) {
    const [first] = this.photos;
    this.#isComparing = true;
    try {
      if (first === undefined || (await mayBeSame(first, blob))) {
        this.#keep(pose, blob);
      } else {
        this.#lastKept = performance.now();
        this.#hint(t('capture.ANOTHER_PERSON'), 'bad');
      }
    } catch (error) {
      this.#hint(error.message, 'bad');
    } finally {
      this.#isComparing = false;
    }
  }

  #keep(pose, blob) {
    this.#lastKept = performance.now();
    this.#kept.set(pose, new File([blob], `${pose}.jpg`, { type: 'image/jpeg' }));
    this.#showSlot(pose);
    this.#hint(this.isComplete ? t('capture.complete') : t(`capture.ask.${this.#wanted()}`), 'kept');
    if (this.isComplete) {
      this.leave();
    }
    this.emit('kept');
  }

  #wanted() {
    return POSES.find((pose) => !this.#kept.has(pose));
  }

  #showSlot(pose) {
    const photo = this.#kept.get(pose);
    const slot = this.find(`[data-pose=${pose}]`);
    slot.classList.toggle('done', photo !== undefined);
    slot.replaceChildren(...(photo ? this.#photoOf(pose, photo) : []), element`<span>${t(`pose.${pose}`)}</span>`);
  }

  #photoOf(pose, photo) {
    const picture = element`<img alt="${t('capture.photo', { pose: t(`pose.${pose}`) })}">`;
    picture.src = URL.createObjectURL(photo);
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src));
    return [picture, iconButton('close', t('capture.drop', { pose: t(`pose.${pose}`) }), () => this.#drop(pose), 'on-picture')];
  }

  #drop(pose) {
    this.#kept.delete(pose);
    this.#showSlot(pose);
    this.emit('kept');
    if (this.#frames === null) {
      this.show();
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

/** A head that is turned looks less like itself: only a clear no is one. */
async function mayBeSame(photo, other) {
  const form = new FormData();
  form.append('file', photo);
  form.append('file', other);
  return (await askJson('/api/v1/verify', { method: 'POST', body: form })).decision !== 'unknown';
}

customElements.define('fl-auto-capture', AutoCapture);
