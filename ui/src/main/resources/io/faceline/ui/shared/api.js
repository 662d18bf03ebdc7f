import { admin } from './admin.js';
import { pause } from './pause.js';
import { has, t } from './strings.js';

/** Requests that a busy server refuses are repeated this often, if it asks for at most this many seconds of patience. */
const RETRIES = { max: 3, maxSeconds: 10 };

/** An error answer of the server, or that it cannot be reached. `message` is for people, `code` for programs. */
export class Problem extends Error {
  constructor(status, code, detail, body = {}) {
    super(has(`problem.${code}`) ? t(`problem.${code}`) : detail);
    this.status = status;
    this.code = code;
    this.body = body;
  }
}

/**
 * Sends a request in this browser's session; creates the session if there is none.
 *
 * @param options of `fetch`, plus `json` for a JSON body and `asAdmin` to send the admin token
 * @throws Problem
 */
export async function request(path, options = {}) {
  const response = await sendWithRetries(path, options);
  if (response.status === 401 && !options.asAdmin && (await errorCodeOf(response)) === 'NO_SESSION') {
    await createSession();
    return requireOk(await sendWithRetries(path, options));
  }
  return requireOk(response);
}

async function sendWithRetries(path, options) {
  let response = await send(path, options);
  for (let retry = 0; retry < RETRIES.max && response.status === 429; retry++) {
    const seconds = Number(response.headers.get('Retry-After') ?? 1);
    if (seconds > RETRIES.maxSeconds || options.signal?.aborted) {
      break;
    }
    await pause(seconds, options.signal);
    response = await send(path, options);
  }
  return response;
}

/** Sends a request whose answer has no content. Reads it nevertheless, which frees the connection. */
export async function requestVoid(path, options = {}) {
  await (await request(path, options)).text();
}

export async function requestJson(path, options = {}) {
  return (await request(path, options)).json();
}

/** Scripts cannot see the session's cookie; this entry says that it was set. */
const SESSION_KEY = 'faceline.session';

/**
 * Creates a session on the first visit, before requests that the server would also answer without one. If the cookie has expired,
 * `request` creates another.
 */
export async function ensureSession() {
  if (localStorage.getItem(SESSION_KEY) === null) {
    await createSession();
  }
}

/** Extends the session and its cookie while the page is open. */
export async function renewSession() {
  await requestVoid('/api/v1/session');
}

/** Deletes the session with all its data and creates a new one. */
export async function resetSession() {
  await requestVoid('/api/v1/session', { method: 'DELETE' });
  localStorage.removeItem(SESSION_KEY);
  await createSession();
}

let creation = null;

/** Concurrent calls share one request. */
function createSession() {
  creation ??= send('/api/v1/sessions', { method: 'POST', json: { cookie: true } })
    .then(requireOk)
    .then((response) => response.json())
    .then(() => localStorage.setItem(SESSION_KEY, 'yes'))
    .finally(() => {
      creation = null;
    });
  return creation;
}

async function send(path, { json, asAdmin, headers = {}, ...options }) {
  const allHeaders = { ...headers };
  if (json !== undefined) {
    options.body = JSON.stringify(json);
    allHeaders['Content-Type'] = 'application/json';
  }
  if (asAdmin) {
    allHeaders.Authorization = `Bearer ${admin.token}`;
  }
  try {
    return await fetch(path, { ...options, headers: allHeaders });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(0, 'UNREACHABLE', t('problem.UNREACHABLE'));
  }
}

async function errorCodeOf(response) {
  return (await bodyOf(response.clone())).code;
}

async function requireOk(response) {
  if (response.ok) {
    return response;
  }
  const body = await bodyOf(response);
  throw new Problem(response.status, body.code ?? `HTTP_${response.status}`, body.detail ?? response.statusText, body);
}

async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
