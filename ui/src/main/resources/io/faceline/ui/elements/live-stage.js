import { html } from '/ui/lib/html.js';
import { PageElement } from '/ui/lib/page-element.js';
import { drawFace } from '/ui/lib/annotate.js';
import { facesOf, sentenceOf } from '/ui/lib/faces.js';
import { save } from '/ui/lib/files.js';
import { LiveFrames } from '/ui/lib/live-frames.js';
import { LiveTracks } from '/ui/lib/live-tracks.js';
import { drawPart, toBlob } from '/ui/lib/picture.js';
import { rules } from '/ui/lib/rules.js';
import { t } from '/ui/lib/strings.js';
import { icon } from '/ui/elements/icon.js';
import '/ui/elements/live-figures.js';
import '/ui/elements/track-overlay.js';

const LONGEST_SIDE = 800;

/** What a camera shows, with names that follow faces, and what can be done with it. Set `stream`. */
class LiveStage extends PageElement {
  #frames = null;
  #tracks = new LiveTracks(rules());

  async show() {
    this.replaceChildren(html`
      <div class="stage mirrored"><video muted playsinline></video><fl-track-overlay></fl-track-overlay><p class="stage-note" role="status"></p></div>
      <div class="row stage-tools">
        <button type="button" class="button" data-tool="pause" @click="${() => this.#pause()}">${icon('pause')} ${t('live.pause')}</button>
        <button type="button" class="button" @click="${() => this.#snapshot()}">${icon('shot')} ${t('live.snapshot')}</button>
        <label class="check"><input type="checkbox" checked @change="${(event) => this.#mirror(event.target.checked)}"> ${t('live.mirror')}</label>
      </div>
      <p class="visually-hidden" role="status" data-who></p>`);
    this.#video.srcObject = this.stream;
    // Refused to who has left meanwhile.
    await this.#video.play().catch(() => {});
    if (!this.signal.aborted) {
      this.#recognize();
    }
  }

  get tools() {
    return this.find('.stage-tools');
  }

  get #video() {
    return this.find('video');
  }

  #recognize() {
    this.#frames = new LiveFrames(this.#video, LONGEST_SIDE);
    this.listen(this.#frames, 'answer', ({ detail }) => {
      say(this.find('.stage-note'), '');
      this.#tracks.hear(facesOf(detail.answer), detail.capturedAt);
    });
    this.listen(this.#frames, 'problem', ({ detail }) => say(this.find('.stage-note'), detail.message));
    this.#frames.start();
    const figures = document.createElement('fl-live-figures');
    figures.frames = this.#frames;
    this.tools.after(figures);
    this.#draw();
    this.every(3, () => this.#sayWho());
  }

  /** At the rate of the screen, whatever the answers do. */
  #draw() {
    requestAnimationFrame((now) => {
      if (!this.signal.aborted) {
        this.find('fl-track-overlay').draw(this.#tracks.now(now));
        this.#draw();
      }
    });
  }

  /** Screen readers hear who is there when it changes, and not each frame. */
  #sayWho() {
    const sentences = this.#tracks.now(performance.now()).map(({ face }) => sentenceOf(face));
    say(this.find('[data-who]'), sentences.join(' ') || t('live.nobody'));
  }

  #pause() {
    const isPaused = !this.#frames.isPaused;
    this.#frames.isPaused = isPaused;
    isPaused ? this.#video.pause() : this.#video.play();
    this.find('[data-tool=pause]').replaceChildren(icon(isPaused ? 'play' : 'pause'), ` ${t(isPaused ? 'live.resume' : 'live.pause')}`);
  }

  #mirror(isOn) {
    this.find('.stage').classList.toggle('mirrored', isOn);
  }

  /** As it is, not mirrored, with boxes and names. */
  async #snapshot() {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const canvas = drawPart(this.#video, { left: 0, top: 0, width, height });
    this.#tracks.now(performance.now()).forEach(({ face }) => drawFace(canvas.getContext('2d'), face));
    save(await toBlob(canvas), `faceline-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.jpg`);
  }

  leave() {
    this.#frames?.stop();
  }
}

/** What is said twice is read out twice. */
function say(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

customElements.define('fl-live-stage', LiveStage);
