import { element, html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { cameras, closeCamera, openCamera } from '/ui/lib/camera.js';
import { drawFace } from '/ui/lib/annotate.js';
import { facesOf, sentenceOf } from '/ui/lib/faces.js';
import { LiveFrames } from '/ui/lib/live-frames.js';
import { LiveTracks } from '/ui/lib/live-tracks.js';
import { drawPart, save, toBlob } from '/ui/lib/picture.js';
import { number, t } from '/ui/lib/strings.js';
import { icon } from '/ui/elements/icon.js';
import { pageHead } from '/ui/elements/page-head.js';
import { emptyState, errorState } from '/ui/elements/states.js';
import '/ui/elements/track-overlay.js';

const LONGEST_SIDE = 800;
const FIGURES = ['shown', 'recognized', 'delay', 'dropped'];

/** Who is in front of the camera? */
class Live extends PageElement {
  #stream = null;
  #frames = null;
  #tracks = null;

  show() {
    this.replaceChildren(html`${pageHead('live')}<div class="stage-place"></div>`);
    this.#place(emptyState('camera', t('live.start'), t('live.startWhat'),
      element`<button type="button" class="button primary" @click="${() => this.#start()}">${icon('camera')} ${t('live.startButton')}</button>`));
  }

  #place(...nodes) {
    this.find('.stage-place').replaceChildren(...nodes);
  }

  async #start(deviceId) {
    this.leave();
    try {
      this.#stream = await openCamera(deviceId);
    } catch (error) {
      this.#place(errorState(error, () => this.#start()));
      return;
    }
    if (this.signal.aborted) {
      this.leave();
      return;
    }
    this.#place(this.#stage());
    const video = this.find('video');
    video.srcObject = this.#stream;
    await video.play();
    this.#recognize(video);
    this.#offerCameras();
  }

  #stage() {
    return html`
      <div class="stage mirrored"><video muted playsinline></video><fl-track-overlay></fl-track-overlay><p class="stage-note" role="status"></p></div>
      <div class="row stage-tools">
        <button type="button" class="button" data-tool="pause" @click="${() => this.#pause()}">${icon('pause')} ${t('live.pause')}</button>
        <button type="button" class="button" @click="${() => this.#snapshot()}">${icon('shot')} ${t('live.snapshot')}</button>
        <label class="check"><input type="checkbox" checked @change="${(event) => this.#mirror(event.target.checked)}"> ${t('live.mirror')}</label>
        <label class="field camera-choice" hidden><span>${t('live.camera')}</span><select @change="${(event) => this.#start(event.target.value)}"></select></label>
        <button type="button" class="button" @click="${() => this.#stop()}">${icon('stop')} ${t('live.stop')}</button>
      </div>
      <dl class="figures">${FIGURES.map((name) => html`<div><dt>${t(`live.${name}`)}</dt><dd class="number" data-figure="${name}">–</dd></div>`)}</dl>
      <p class="visually-hidden" role="status" data-who></p>`;
  }

  #recognize(video) {
    this.#tracks = new LiveTracks();
    const frames = new LiveFrames(video, LONGEST_SIDE);
    this.#frames = frames;
    this.listen(frames, 'answer', ({ detail }) => {
      this.#say('');
      this.#tracks.hear(facesOf(detail.answer), detail.capturedAt);
    });
    this.listen(frames, 'problem', ({ detail }) => this.#say(detail.message));
    frames.start();
    this.#draw(frames);
    this.every(0.5, () => (this.#frames === frames ? this.#showFigures() : false));
    this.every(3, () => (this.#frames === frames ? this.#sayWho() : false));
  }

  /** At the rate of the screen, whatever the answers do. */
  #draw(frames) {
    requestAnimationFrame((now) => {
      if (this.#frames === frames && !this.signal.aborted) {
        this.find('fl-track-overlay').draw(this.#tracks.now(now));
        this.#draw(frames);
      }
    });
  }

  #showFigures() {
    const { shown, recognized, delays, dropped, skipped } = this.#frames;
    const texts = {
      shown: number(shown.perSecond), recognized: number(recognized.perSecond),
      delay: Number.isNaN(delays.at(0.5)) ? '–' : t('unit.ms', { value: Math.round(delays.at(0.5)) }),
      dropped: `${number(skipped)} / ${number(dropped)}`,
    };
    FIGURES.forEach((name) => {
      this.find(`[data-figure=${name}]`).textContent = texts[name];
    });
  }

  /** Screen readers hear who is there when it changes, and not each frame. */
  #sayWho() {
    const text = this.#tracks.now(performance.now()).map(({ face }) => sentenceOf(face)).join(' ') || t('live.nobody');
    const place = this.find('[data-who]');
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }

  #say(text) {
    const note = this.find('.stage-note');
    if (note.textContent !== text) {
      note.textContent = text;
    }
  }

  async #offerCameras() {
    const found = await cameras();
    const current = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
    this.find('.camera-choice').hidden = found.length < 2;
    this.find('.camera-choice select').replaceChildren(...found.map((camera, i) =>
      new Option(camera.label || t('live.cameraNumber', { number: i + 1 }), camera.deviceId, false, camera.deviceId === current)));
  }

  #pause() {
    const video = this.find('video');
    this.#frames.isPaused = !this.#frames.isPaused;
    this.#frames.isPaused ? video.pause() : video.play();
    this.find('[data-tool=pause]').replaceChildren(
      icon(this.#frames.isPaused ? 'play' : 'pause'), ` ${t(this.#frames.isPaused ? 'live.resume' : 'live.pause')}`);
  }

  #mirror(isOn) {
    this.find('.stage').classList.toggle('mirrored', isOn);
  }

  /** As it is, not mirrored, with boxes and names. */
  async #snapshot() {
    const video = this.find('video');
    const canvas = drawPart(video, { left: 0, top: 0, width: video.videoWidth, height: video.videoHeight });
    this.#tracks.now(performance.now()).forEach(({ face }) => drawFace(canvas.getContext('2d'), face));
    save(await toBlob(canvas), `faceline-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.jpg`);
  }

  #stop() {
    this.leave();
    this.show();
  }

  leave() {
    this.#frames?.stop();
    closeCamera(this.#stream);
    this.#frames = null;
    this.#stream = null;
  }
}

customElements.define('fl-live', Live);
