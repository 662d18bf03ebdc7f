import { element } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { t, textOfCode } from '../shared/strings.js';
import { known } from './camera-looks.js';
import { clockText } from './camera-texts.js';

/** What a camera does, why, and what to do about it. */
export function cameraAdvice({ state }, look) {
  const steps = t(`cameras.help.${known(look.condition)}`)
    .split('\n')
    .filter(Boolean);
  const facts = [
    look.reason,
    look.condition === state?.condition && state.nextTryAt
      ? t('cameras.nextTry', { time: clockText(state.nextTryAt, 'medium') })
      : '',
    look.condition === state?.condition && state.redirectedTo
      ? t('cameras.redirected', { address: state.redirectedTo })
      : '',
  ].filter(Boolean);
  return element`<section class="card card-body stack camera-advice" data-tone="${look.tone}" aria-label="${t('cameras.whatToDo')}">
    <h2>${look.title}</h2>
    ${facts.map((fact) => element`<p class="camera-fact">${fact}</p>`)}
    ${stepList(steps)}</section>`;
}

function stepList(steps) {
  return steps.length > 1
    ? element`<ol class="steps">${steps.map((step) => element`<li>${step}</li>`)}</ol>`
    : steps.map((step) => element`<p>${step}</p>`);
}

/** What is unusual about a camera that is otherwise fine. */
export function cameraNotices({ notices }) {
  return notices.length === 0
    ? ''
    : element`<section class="card card-body stack" aria-label="${t('cameras.notices')}"><h2>${t('cameras.notices')}</h2>
    <ul class="stack">${notices.map(notice)}</ul></section>`;
}

function notice(code) {
  return element`<li class="camera-notice">${icon('alert')}<div><b>${textOfCode(`cameras.notice.${code}`)}</b>
    <p class="quiet small">${t(`cameras.noticeDo.${NOTICES.includes(code) ? code : 'UNKNOWN'}`)}</p></div></li>`;
}

const NOTICES = [
  'WAITS_FOR_KEY_FRAME',
  'UNCHANGED',
  'ONE_COLOUR',
  'WEAK_LINK',
  'GREY',
  'MOTION_LEARNED',
  'MAYBE_TAKEN',
  'OVERLOADED',
];
