import { element } from '../shared/html.js';
import { formatNumber, t, textOfCode } from '../shared/strings.js';
import { known } from './camera-looks.js';

const TONES = { LIVE: 'sure' };

/**
 * What was found at an address.
 *
 * @param answer of the server
 * @param onAccept called with the certificate {fingerprint, pem} when the admin accepts it
 */
export function checkResult(answer, onAccept) {
  const tone = TONES[answer.condition] ?? 'unknown';
  const title = titleOf(answer);
  return element`<section class="check-result stack" data-tone="${tone}" aria-label="${t('cameras.checkResult')}">
    ${answer.picture ? element`<img src="${`data:image/jpeg;base64,${answer.picture}`}" alt="${t('cameras.checkPicture')}">` : ''}
    <p><span class="tag">${tone === 'sure' ? '✓' : '✕'} ${title}</span></p>
    ${answer.reason && answer.condition !== 'LIVE' ? element`<p>${answer.reason}</p>` : ''}
    ${factsOf(answer)}
    ${answer.redirectedTo ? element`<p>${t('cameras.redirected', { address: answer.redirectedTo })}</p>` : ''}
    ${adviceOf(answer)}
    ${answer.certificate ? certificateOf(answer.certificate, onAccept) : ''}
    ${answer.signInTries > 0 ? element`<p class="quiet small">${t('cameras.checkTries')}</p>` : ''}</section>`;
}

/** A camera whose certificate nobody accepted yet was not asked to sign in. */
function titleOf({ condition, certificate }) {
  if (condition === 'LIVE') {
    return t('cameras.checkWell');
  }
  return condition === 'UNAUTHORIZED' && certificate
    ? t('cameras.checkCertificate')
    : t(`cameras.condition.${known(condition)}`);
}

/** The picture of an answer that has one. @returns {Blob} */
export function pictureOf({ picture }) {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}

function factsOf({ width, height, framesPerSecond, codec, keyFrameSeconds, openedMillis }) {
  const facts = [
    ['size', width > 0 ? `${width}×${height}` : null],
    ['rate', framesPerSecond > 0 ? t('cameras.rate', { rate: formatNumber(framesPerSecond, 1) }) : null],
    ['codec', codec],
    ['keyFrames', keyFrameSeconds ? t('cameras.everySeconds', { seconds: formatNumber(keyFrameSeconds, 1) }) : null],
    ['opened', openedMillis ? t('unit.ms', { value: openedMillis }) : null],
  ].filter(([, value]) => value);
  return facts.length === 0
    ? ''
    : element`<dl class="facts">${facts.map(([name, value]) => element`<div><dt>${t(`cameras.fact.${name}`)}</dt><dd class="number">${value}</dd></div>`)}</dl>`;
}

function adviceOf({ notices = [], advice = [] }) {
  const lines = advice.length > 0 ? advice : notices.map((code) => textOfCode(`cameras.notice.${code}`));
  return lines.length === 0 ? '' : element`<ul class="reasons">${lines.map((line) => element`<li>${line}</li>`)}</ul>`;
}

function certificateOf(certificate, onAccept) {
  return element`<div class="stack certificate"><b>${t('cameras.certificate')}</b><code>${certificate.fingerprint}</code>
    <p class="quiet small">${t('cameras.certificateWhat')}</p>
    <div class="row"><button type="button" class="button" @click="${() => onAccept(certificate)}">${t('cameras.certificateAccept')}</button></div></div>`;
}
