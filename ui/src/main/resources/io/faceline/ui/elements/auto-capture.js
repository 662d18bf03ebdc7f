import { element, html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
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

/** Takes a photo by itself of each pose, of frames that are good enough. Tells `kept` after each change; `photos` has them. */
class AutoCapture extends PageElement {
  #kept = new Map();
  #steady = { pose: null, frames: 0 };
  #lastKept = 0;
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
    if (problem) {
      this.#steady = { pose: null, frames: 0 };
      this.#hint(t(`capture.${problem}`), 'bad');
    } else if (this.#kept.has(pose)) {
      this.#hint(t(`capture.ask.${this.#wanted()}`), 'good');
    } else {
      this.#count(pose, blob);
    }
  }

  #count(pose, blob) {
    const frames = this.#steady.pose === pose ? this.#steady.frames + 1 : 1;
    this.#steady = { pose, frames };
    this.#hint(t('capture.hold'), 'good');
    if (frames >= STEADY_FRAMES && performance.now() - this.#lastKept > BETWEEN_MILLIS) {
      this.#keep(pose, blob);
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

customElements.define('fl-auto-capture', AutoCapture);
