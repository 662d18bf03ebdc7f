// @ts-check
import { t } from '../shared/strings.js';

/**
 * @typedef {import('../alerts/alerts-api.js').AlertView} AlertView
 * @typedef {import('../shared/faces.js').Tone} Tone
 */

/** Whom or what an alert is about, in words. @param {AlertView} alert */
export function subjectText(alert) {
  if (alert.subject === 'erased') {
    return t('alerts.erased');
  }
  return alert.reason === 'CORRECTED' ? t('alerts.somebodyElse') : (TEXTS[alert.kind] ?? newer)(alert);
}

/** @type {Record<string, (alert: AlertView) => string>} */
const TEXTS = {
  APPEARED: (alert) => (isUncertain(alert) ? t('face.perhaps', { name: nameOf(alert) }) : nameOf(alert)),
  UNKNOWN_PERSON: () => t('alerts.unknownPerson'),
  CROWD: ({ count }) => t('alerts.crowd', { count }),
  TOGETHER: (alert) => t('alerts.together', { name: alert.person ? alert.person.name : t('alerts.somebody') }),
  ABSENT: (alert) => (alert.person ? t('alerts.absent', { name: alert.person.name }) : t('alerts.nobody')),
  CANNOT_TELL: (alert) => t('alerts.cannotTell', { name: alert.person ? alert.person.name : t('alerts.somebody') }),
  CAMERA_DOWN: (alert) => t('alerts.cameraDown', { name: alert.sourceName ?? cameraOf(alert) }),
};

function newer() {
  return t('alerts.newer');
}

/** @param {AlertView} alert */
function nameOf({ person }) {
  return person?.name ?? t('face.nameless');
}

/** @param {AlertView} alert */
function cameraOf({ subject }) {
  return subject.replace(/^camera:/, '');
}

/** @param {AlertView} alert */
function isUncertain({ identity }) {
  return identity?.decision === 'uncertain';
}

/** How it is shown: sure is somebody known, unsure what is not certain, unknown a stranger or what is wrong. @param {AlertView} alert @returns {Tone} */
export function subjectTone(alert) {
  if (alert.kind === 'CANNOT_TELL' || isUncertain(alert) || alert.reason === 'CORRECTED') {
    return 'unsure';
  }
  return ['APPEARED', 'TOGETHER'].includes(alert.kind) && alert.subject !== 'erased' ? 'sure' : 'unknown';
}
