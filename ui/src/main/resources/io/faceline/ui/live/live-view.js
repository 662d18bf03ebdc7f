import { drawFaces } from '../shared/annotated-image.js';
import { facesOf, sentenceOf } from '../shared/faces.js';
import { html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { drawCrop, toBlob } from '../shared/images.js';
import { PageElement } from '../shared/page-element.js';
import { saveFile } from '../shared/save-file.js';
import { t } from '../shared/strings.js';
import { LiveCorrections } from './live-corrections.js';
import { LiveFrames } from './live-frames.js';
import { LiveTracks } from './live-tracks.js';
import './live-stats.js';
import './people-in-view.js';
import '../shared/track-overlay.js';

const MAX_SIDE_PIXELS = 800;
const LIST_SECONDS = 0.25;

/** The camera's video with names that follow faces, and its tools. Set `stream`. */
class LiveView extends PageElement {
  #frames = null;
  #tracks = new LiveTracks();
  #corrections = new LiveCorrections();

  async show() {
    this.replaceChildren(html`
      <div class="stage mirrored"><video muted playsinline></video><fl-track-overlay></fl-track-overlay><p class="stage-note" role="status"></p></div>
      <div class="row stage-tools">
        <button type="button" class="button" data-tool="pause" @click="${() => this.#pause()}">${icon('pause')} ${t('live.pause')}</button>
        <button type="button" class="button" @click="${() => this.#snapshot()}">${icon('shot')} ${t('live.snapshot')}</button>
        <label class="check"><input type="checkbox" checked @change="${(event) => this.#mirror(event.target.checked)}"> ${t('live.mirror')}</label>
      </div>
      <fl-people-in-view .corrections="${this.#corrections}"></fl-people-in-view>
      <p class="visually-hidden" role="status" data-announcement></p>`);
    this.#video.srcObject = this.stream;
    // Rejected if the page was left meanwhile.
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
    this.#frames = new LiveFrames(this.#video, MAX_SIDE_PIXELS);
    this.listen(this.#frames, 'answer', ({ detail }) => {
      announce(this.find('.stage-note'), '');
      this.#tracks.update(facesOf(detail.answer), detail.capturedAt);
    });
    this.listen(this.#frames, 'problem', ({ detail }) => announce(this.find('.stage-note'), detail.message));
    this.#frames.start();
    const figures = document.createElement('fl-live-stats');
    figures.frames = this.#frames;
    this.find('fl-people-in-view').after(figures);
    this.#draw();
    this.every(LIST_SECONDS, () => this.find('fl-people-in-view').update(this.#shown()));
    this.every(3, () => this.#announcePeople());
  }

  /** The tracks as the visitor corrected them. */
  #shown(now = performance.now()) {
    return this.#tracks.tracksAt(now).map((track) => ({ ...track, face: this.#corrections.shown(track.face) }));
  }

  /** Draws at the screen's rate, which is higher than that of the answers. */
  #draw() {
    requestAnimationFrame((now) => {
      if (!this.signal.aborted) {
        this.find('fl-track-overlay').draw(this.#shown(now));
        this.#draw();
      }
    });
  }

  /** Announces to screen readers who is there, when that changes. */
  #announcePeople() {
    const sentences = this.#shown().map(({ face }) => sentenceOf(face));
    announce(this.find('[data-announcement]'), sentences.join(' ') || t('live.nobody'));
  }

  #pause() {
    const isPaused = !this.#frames.isPaused;
    this.#frames.isPaused = isPaused;
    isPaused ? this.#video.pause() : this.#video.play();
    this.find('[data-tool=pause]').replaceChildren(
      icon(isPaused ? 'play' : 'pause'),
      ` ${t(isPaused ? 'live.resume' : 'live.pause')}`,
    );
  }

  #mirror(isOn) {
    this.find('.stage').classList.toggle('mirrored', isOn);
  }

  /** Saves the current frame with boxes and names, not mirrored. */
  async #snapshot() {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const canvas = drawCrop(this.#video, { left: 0, top: 0, width, height });
    drawFaces(
      canvas.getContext('2d'),
      this.#shown().map(({ face }) => face),
    );
    saveFile(await toBlob(canvas), `faceline-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.jpg`);
  }

  leave() {
    this.#frames?.stop();
  }
}

/** Screen readers announce a text again whenever it is set. */
function announce(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

customElements.define('fl-live-view', LiveView);
