import { element, html } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { takeApart } from './camera-address.js';
import { numberOf, textOf } from './camera-fields.js';

const TURNS = [0, 90, 180, 270];

/** Where a camera is, and how it lets the server in. @param view of a camera that there is, or null */
export function placeFields({ name, address }, view) {
  const kinds = view?.signIn ? ['keep', 'password', 'secret', 'none'] : ['none', 'password', 'secret'];
  return html`
    <label class="field"><span>${t('cameras.name')}</span><input name="name" value="${name}" maxlength="100" required autocomplete="off"></label>
    <label class="field"><span>${t('cameras.address')}</span><input name="address" value="${address}" maxlength="2000" required autocomplete="off" spellcheck="false" autocapitalize="off" inputmode="url" placeholder="rtsp://10.0.0.7/stream1"></label>
    <p class="quiet small">${t('cameras.addressWhat')}</p>
    <label class="field"><span>${t('cameras.signIn')}</span><select name="signIn">${kinds.map((kind) => element`<option value="${kind}">${t(`cameras.signIn.${kind}`)}</option>`)}</select></label>
    <div class="form-pair" data-sign-in="password">
      <label class="field"><span>${t('cameras.user')}</span><input name="user" maxlength="200" required autocomplete="off" spellcheck="false" autocapitalize="off"></label>
      <label class="field"><span>${t('cameras.password')}</span><input name="password" type="password" maxlength="200" autocomplete="new-password"></label></div>
    <div data-sign-in="secret"><label class="field"><span>${t('cameras.secret')}</span><input name="secret" maxlength="100" required pattern="[A-Z][A-Z0-9_]*" title="${t('cameras.secretWhat')}" autocomplete="off" spellcheck="false" autocapitalize="characters"></label>
      <p class="quiet small">${t('cameras.secretWhat')}</p></div>`;
}

/** What is taken of what a camera sends. */
export function takenFields({ framesPerSecond, maxWidth, rotate, aspect, keyFramesOnly, substream, useSubstream }) {
  return html`
    <div class="form-pair">
      ${numberField('framesPerSecond', framesPerSecond, { min: 0.1, max: 30, step: 0.1, required: true })}
      ${numberField('maxWidth', maxWidth, { min: 160, max: 4096, step: 1, required: true })}</div>
    <div class="form-pair">
      <label class="field"><span>${t('cameras.rotate')}</span><select name="rotate">${TURNS.map((turn) => element`<option value="${turn}" selected="${turn === rotate}">${t('cameras.degrees', { turn })}</option>`)}</select></label>
      <label class="field"><span>${t('cameras.aspect')}</span><input name="aspect" value="${aspect ?? ''}" pattern="[1-9][0-9]{0,3}:[1-9][0-9]{0,3}" title="${t('cameras.aspectWhat')}" placeholder="16:9" autocomplete="off"></label></div>
    <label class="field"><span>${t('cameras.substream')}</span><input name="substream" value="${substream ?? ''}" maxlength="2000" autocomplete="off" spellcheck="false" autocapitalize="off" inputmode="url"></label>
    ${checkField('useSubstream', useSubstream)}
    ${checkField('keyFramesOnly', keyFramesOnly)}`;
}

/** What is looked at in the pictures, and how long it is kept. */
export function lookFields({ smallestFace, matchThreshold, motionGate, retentionHours }) {
  return html`
    <div class="form-pair">
      ${numberField('smallestFace', smallestFace, { min: 1, max: 10_000, step: 1 })}
      ${numberField('matchThreshold', matchThreshold, { min: 0, max: 1, step: 0.01 })}</div>
    ${checkField('motionGate', motionGate)}
    ${numberField('retentionHours', retentionHours, { min: 1, max: 168, step: 1, required: true })}`;
}

function numberField(name, value, { min, max, step, required = false }) {
  return element`<label class="field"><span>${t(`cameras.field.${name}`)}</span>
    <input type="number" name="${name}" value="${value ?? ''}" min="${min}" max="${max}" step="${step}" required="${required}"></label>`;
}

function checkField(name, isChecked) {
  return element`<label class="check"><input type="checkbox" name="${name}" checked="${isChecked}"> ${t(`cameras.field.${name}`)}</label>`;
}

/** The definition that the fields say, without hours and areas. */
export function definitionIn(fields) {
  return {
    name: fields.name.value.trim(),
    address: fields.address.value.trim(),
    substream: textOf(fields.substream.value),
    useSubstream: fields.useSubstream.checked,
    framesPerSecond: Number(fields.framesPerSecond.value),
    maxWidth: Number(fields.maxWidth.value),
    rotate: Number(fields.rotate.value),
    aspect: textOf(fields.aspect.value),
    smallestFace: numberOf(fields.smallestFace.value),
    matchThreshold: numberOf(fields.matchThreshold.value),
    keyFramesOnly: fields.keyFramesOnly.checked,
    motionGate: fields.motionGate.checked,
    retentionHours: Number(fields.retentionHours.value),
  };
}

/** How the camera lets the server in, as the fields say. */
export function signInIn(fields) {
  return {
    kind: fields.signIn.value,
    user: fields.user.value,
    password: fields.password.value,
    secret: fields.secret.value.trim(),
  };
}

/** Moves user name and password of a pasted address to their fields. @returns what was in it */
export function splitAddress({ address, signIn, user, password }) {
  const taken = takeApart(address.value);
  address.value = taken.address;
  if (taken.user) {
    signIn.value = 'password';
    user.value = taken.user;
    password.value = taken.password;
  }
  return taken;
}

/** Shows the fields of the chosen sign-in, and requires what is needed. */
export function adjustFields(form) {
  const { signIn, useSubstream, substream } = form.elements;
  for (const part of form.querySelectorAll('[data-sign-in]')) {
    part.hidden = part.dataset.signIn !== signIn.value;
    for (const input of part.querySelectorAll('input')) {
      input.disabled = part.hidden;
    }
  }
  substream.required = useSubstream.checked;
}
