import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changesOf,
  DEFAULTS,
  definitionOf,
  newCamera,
  numberOf,
  questionOf,
  textOf,
} from '#ui/cameras/camera-fields.js';

const NONE = { kind: 'none', user: '', password: '', secret: '' };
const PASSWORD = { kind: 'password', user: 'viewer', password: 'p@ss', secret: 'OLD' };
const VIEW = {
  ...DEFAULTS,
  id: 'door',
  name: 'Door',
  address: 'rtsp://10.0.0.7/s',
  aspect: undefined,
  signIn: { stored: true },
  hours: { zone: 'Europe/Berlin', open: [{ days: ['MONDAY'], from: '08:00:00', to: '18:00' }] },
  state: null,
  origin: 'API',
};

test('a new camera is sent without what it has not', () => {
  const { name, address, ...rest } = newCamera({ ...DEFAULTS, name: 'Door', address: 'rtsp://10.0.0.7/s' }, NONE, null);

  assert.deepEqual([name, address], ['Door', 'rtsp://10.0.0.7/s']);
  assert.ok(!Object.values(rest).includes(null));
  assert.ok(!('user' in rest) && !('certificate' in rest));
});

test('credentials are sent as they were chosen', () => {
  const sent = newCamera(DEFAULTS, PASSWORD, 'PEM');

  assert.deepEqual([sent.user, sent.password, sent.secret, sent.certificate], ['viewer', 'p@ss', undefined, 'PEM']);
  assert.equal(newCamera(DEFAULTS, { ...PASSWORD, kind: 'secret' }, null).secret, 'OLD');
});

test('only what changes is sent', () => {
  const definition = definitionOf(VIEW);

  assert.deepEqual(changesOf(VIEW, definition, { ...NONE, kind: 'keep' }, null), {});
  assert.deepEqual(changesOf(VIEW, { ...definition, name: 'Gate', hours: null }, { ...NONE, kind: 'keep' }, null), {
    name: 'Gate',
    hours: null,
  });
});

test('credentials that are no longer wanted are removed', () => {
  const definition = definitionOf(VIEW);

  assert.deepEqual(changesOf(VIEW, definition, NONE, null), { user: null, password: null, secret: null });
  assert.deepEqual(changesOf({ ...VIEW, signIn: null }, definition, NONE, null), {});
});

test('hours are shown without seconds', () => {
  assert.deepEqual(definitionOf(VIEW).hours.open, [{ days: ['MONDAY'], from: '08:00', to: '18:00' }]);
});

test('the address that is read is checked', () => {
  const definition = { ...DEFAULTS, address: 'rtsp://10.0.0.7/main', substream: 'rtsp://10.0.0.7/sub' };

  assert.deepEqual(questionOf(definition, NONE), { address: 'rtsp://10.0.0.7/main' });
  assert.deepEqual(questionOf({ ...definition, useSubstream: true }, PASSWORD), {
    address: 'rtsp://10.0.0.7/sub',
    user: 'viewer',
    password: 'p@ss',
  });
});

test('an empty field says nothing', () => {
  assert.deepEqual([numberOf(' '), numberOf('0.5'), textOf('  '), textOf(' 4:3 ')], [null, 0.5, null, '4:3']);
});
