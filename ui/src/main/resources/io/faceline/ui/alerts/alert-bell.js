// @ts-check

import { subjectText } from '../alertwords/subjects.js';
import { navigate } from '../shared/router.js';
import { isWorthTelling, tellOnce } from './alert-notices.js';
import { whereText } from './alert-texts.js';

/** @typedef {import('./alerts-api.js').AlertView} AlertView */

const SOUND = 'faceline.alerts.sound';
const NOTICE = 'faceline.alerts.notice';

/** Whether this browser can show notifications: pages that are not secure cannot. */
export function canNotify() {
  return 'Notification' in globalThis && isSecureContext;
}

/** Sound and notifications, if they are wanted in this browser. */
export class AlertBell {
  /** @type {AudioContext | null} */
  #audio = null;

  get isLoud() {
    return localStorage.getItem(SOUND) === 'yes';
  }

  get isShown() {
    return localStorage.getItem(NOTICE) === 'yes' && canNotify() && Notification.permission === 'granted';
  }

  /** Called when somebody presses the switch: browsers play no sound before that. @param {boolean} isWanted */
  setLoud(isWanted) {
    localStorage.setItem(SOUND, isWanted ? 'yes' : 'no');
    if (isWanted) {
      this.#play();
    }
  }

  /** @param {boolean} isWanted @returns whether it is so; the visitor may refuse */
  async setShown(isWanted) {
    const isAllowed = isWanted && canNotify() && (await Notification.requestPermission()) === 'granted';
    localStorage.setItem(NOTICE, isAllowed ? 'yes' : 'no');
    return isAllowed;
  }

  /** A revision that came by itself. @param {AlertView} alert @param {number} now the server's time */
  async ring(alert, now) {
    if ((this.isLoud || this.isShown) && isWorthTelling(alert, now)) {
      await tellOnce(alert.id, () => this.#tell(alert));
    }
  }

  /** @param {AlertView} alert */
  #tell(alert) {
    if (this.isLoud) {
      this.#play();
    }
    if (this.isShown) {
      show(alert);
    }
  }

  /** Two short tones. */
  #play() {
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    audio.resume().catch(() => {});
    [880, 660].forEach((hertz, i) => {
      const start = audio.currentTime + i * 0.18;
      const tone = new OscillatorNode(audio, { frequency: hertz });
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.linearRampToValueAtTime(0.2, start + 0.02);
      volume.gain.linearRampToValueAtTime(0, start + 0.16);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.18);
    });
  }
}

/** @param {AlertView} alert */
function show(alert) {
  try {
    const notice = new Notification(subjectText(alert), {
      body: [whereText(alert), alert.ruleName].filter(Boolean).join(' · '),
      tag: alert.id,
      icon: '/ui/style/favicon.svg',
    });
    notice.addEventListener('click', () => {
      window.focus();
      navigate('alerts', alert.id);
      notice.close();
    });
  } catch {
    // Some phones only know notifications of installed pages.
  }
}
