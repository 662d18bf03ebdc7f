import { closeCamera, listCameras, openCamera } from '../shared/camera.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { pageHeader } from '../shared/page-header.js';
import { emptyState, errorState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import './live-view.js';

/** Recognizes the people in front of a camera. */
class Live extends PageElement {
  #stream = null;

  show() {
    this.replaceChildren(html`${pageHeader('live')}<div class="stage-place"></div>`);
    this.#place(
      emptyState(
        'camera',
        t('live.start'),
        t('live.startWhat'),
        element`<button type="button" class="button primary" @click="${() => this.#start()}">${icon('camera')} ${t('live.startButton')}</button>`,
      ),
    );
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
    const stage = document.createElement('fl-live-view');
    stage.stream = this.#stream;
    this.#place(stage);
    stage.tools.append(
      await this.#cameraChoice(),
      element`<button type="button" class="button" @click="${() => this.#stop()}">${icon('stop')} ${t('live.stop')}</button>`,
    );
  }

  async #cameraChoice() {
    const cameras = await listCameras();
    const current = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
    return element`<label class="field camera-choice" hidden="${cameras.length < 2}"><span>${t('live.camera')}</span>
      <select @change="${(event) => this.#start(event.target.value)}">${cameras.map(
        (camera, i) =>
          new Option(
            camera.label || t('live.cameraNumber', { number: i + 1 }),
            camera.deviceId,
            false,
            camera.deviceId === current,
          ),
      )}</select></label>`;
  }

  #stop() {
    this.leave();
    this.show();
  }

  leave() {
    closeCamera(this.#stream);
    this.#stream = null;
  }
}

customElements.define('fl-live', Live);
