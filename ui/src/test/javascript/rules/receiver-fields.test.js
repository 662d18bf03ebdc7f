import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockAhead, keyChoices, stateOf, targetOf } from '#ui/rules/receiver-fields.js';

const GIVEN = {
  kind: 'webhook',
  url: 'https://a.example/',
  key: 'keep',
  typed: '',
  secret: '',
  keepFormer: false,
  hasFormer: false,
  user: '',
  prefix: 'p',
  discoveryPrefix: 'd',
};

test('a secret that is not changed is not sent', () => {
  assert.deepEqual(targetOf(GIVEN), { kind: 'webhook', url: 'https://a.example/' });
  assert.deepEqual(targetOf({ ...GIVEN, hasFormer: true }), {
    kind: 'webhook',
    url: 'https://a.example/',
    hasFormerKey: false,
  });
});

test('a key is made, typed, named or removed', () => {
  const sent = (key) => targetOf({ ...GIVEN, key, typed: 'whsec_x', secret: 'PAGER' });

  assert.equal(sent('generate').generateSigningKey, true);
  assert.equal(sent('typed').signingKey, 'whsec_x');
  assert.equal(sent('named').secret, 'PAGER');
  assert.equal(sent('none').signingKey, null);
});

test('a broker has a user, a password and prefixes', () => {
  assert.deepEqual(
    targetOf({ ...GIVEN, kind: 'mqtt', url: 'mqtt://b:1883', key: 'typed', user: 'ha', typed: 'pw:1' }),
    {
      kind: 'mqtt',
      url: 'mqtt://b:1883',
      prefix: 'p',
      discoveryPrefix: 'd',
      signIn: 'ha:pw:1',
    },
  );
});

test('only a key that there is can be kept', () => {
  assert.equal(keyChoices({ kind: 'webhook' }, false)[0], 'generate');
  assert.equal(keyChoices({ kind: 'webhook', hasSigningKey: true }, true)[0], 'keep');
  assert.equal(keyChoices({ kind: 'mqtt', hasSignIn: false }, true)[0], 'none');
  assert.equal(keyChoices({ kind: 'webhook', hasSigningKey: false }, true)[0], 'none');
});

test('a receiver is off, disabled, untried, up or down', () => {
  assert.equal(stateOf({ enabled: false }), 'off');
  assert.equal(stateOf({ enabled: false, disabledBecause: 'it answered 410' }), 'disabled');
  assert.equal(stateOf({ enabled: true }), 'untried');
  assert.equal(stateOf({ enabled: true, status: { isUp: true } }), 'up');
  assert.equal(stateOf({ enabled: true, status: { isUp: false } }), 'down');
});

test('a clock that is nearly right is not spoken of', () => {
  assert.equal(clockAhead({}), null);
  assert.equal(clockAhead({ status: { clockAheadMillis: 2000 } }), null);
  assert.equal(clockAhead({ status: { clockAheadMillis: 420_000 } }), 420);
  assert.equal(clockAhead({ status: { clockAheadMillis: -90_000 } }), -90);
});
