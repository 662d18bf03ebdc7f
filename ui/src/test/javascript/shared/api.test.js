import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ensureSession, Problem, request, requestJson, requestVoid, resetSession } from '#ui/shared/api.js';

let answers = [];
let requests = [];

function answer(status, body = {}, headers = {}) {
  answers.push(() => new Response(status === 204 ? null : JSON.stringify(body), { status, headers }));
}

beforeEach(() => {
  answers = [];
  requests = [];
  globalThis.localStorage = storage();
  globalThis.sessionStorage = storage();
  globalThis.fetch = async (path, options) => {
    requests.push({ path, ...options });
    return answers.shift()();
  };
});

afterEach(() => {
  assert.equal(answers.length, 0, 'all answers were asked for');
});

function storage() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
}

test('JSON is sent and read', async () => {
  answer(200, { id: 'p1' });

  assert.deepEqual(await requestJson('/api/v1/people', { method: 'POST', json: { name: 'Ada' } }), { id: 'p1' });

  assert.equal(requests[0].body, '{"name":"Ada"}');
  assert.equal(requests[0].headers['Content-Type'], 'application/json');
});

test('a refusal is a problem with words', async () => {
  answer(404, { code: 'NO_SUCH_PERSON', detail: 'no person p1' });

  await assert.rejects(request('/x'), (problem) => {
    assert.ok(problem instanceof Problem);
    assert.deepEqual([problem.status, problem.code], [404, 'NO_SUCH_PERSON']);
    assert.equal(problem.message, 'This person does not exist or was deleted.');
    return true;
  });
});

test('a refusal without words shows what the server says', async () => {
  answer(400, { code: 'NEW_CODE', detail: 'the photo is upside down' });

  await assert.rejects(request('/x'), { message: 'the photo is upside down' });
});

test('a server that is not there is a problem', async () => {
  answers.push(() => {
    throw new TypeError('Failed to fetch');
  });

  await assert.rejects(request('/x'), { status: 0, code: 'UNREACHABLE' });
});

test('a request that was aborted is no problem of the server', async () => {
  answers.push(() => {
    throw new DOMException('aborted', 'AbortError');
  });

  await assert.rejects(request('/x'), { name: 'AbortError' });
});

test('a busy server is asked again, as soon as it says', async () => {
  answer(429, {}, { 'Retry-After': '0' });
  answer(429, {}, { 'Retry-After': '0' });
  answer(200, { items: [] });

  assert.deepEqual(await requestJson('/x'), { items: [] });
});

test('a server that stays busy is not asked forever', async () => {
  for (let i = 0; i < 4; i++) {
    answer(429, { code: 'TOO_MANY_REQUESTS' }, { 'Retry-After': '0' });
  }

  await assert.rejects(request('/x'), { code: 'TOO_MANY_REQUESTS' });
});

test('a server that wants a long pause is not asked again', async () => {
  answer(429, { code: 'TOO_MANY_REQUESTS' }, { 'Retry-After': '60' });

  await assert.rejects(request('/x'), { status: 429 });
});

test('a missing session is created once, and the request repeated', async () => {
  answer(401, { code: 'NO_SESSION' });
  answer(201, { id: 's1' });
  answer(204);

  await requestVoid('/x');

  assert.deepEqual(
    requests.map(({ path }) => path),
    ['/x', '/api/v1/sessions', '/x'],
  );
});

test('requests at the same time share one new session', async () => {
  answer(201, { id: 's1' });

  await Promise.all([ensureSession(), ensureSession()]);
  await ensureSession();

  assert.deepEqual(
    requests.map(({ path }) => path),
    ['/api/v1/sessions'],
  );
});

test('deleted data are followed by a new session', async () => {
  answer(204);
  answer(201, { id: 's2' });

  await resetSession();

  assert.deepEqual(
    requests.map(({ method, path }) => `${method} ${path}`),
    ['DELETE /api/v1/session', 'POST /api/v1/sessions'],
  );
});

test('the admin token is sent only when asked for', async () => {
  sessionStorage.setItem('faceline.admin', 'token-of-the-admin');
  answer(200);
  answer(200);

  await requestVoid('/x');
  await requestVoid('/x', { asAdmin: true });

  assert.equal(requests[0].headers.Authorization, undefined);
  assert.equal(requests[1].headers.Authorization, 'Bearer token-of-the-admin');
});
