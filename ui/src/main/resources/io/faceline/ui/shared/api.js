import { t, has } from './strings.js';
import { admin } from './admin.js';
import { pause } from './page-element.js';

/** So often, and for so many seconds at most, a busy server is asked again by itself; then the visitor decides. */
const PATIENCE = { times: 3, seconds: 10 };

/** What the server refused, or that it cannot be reached; `message` is for people, `code` for programs. */
export class Problem extends Error {
  constructor(status, code, detail, body = {}) {
    super(has(`problem.${code}`) ? t(`problem.${code}`) : detail);
    this.status = status;
    this.code = code;
    this.body = body;
  }
}

/**
 * Asks the server as this browser's session, which is made when there is none.
 *
 * @param options as of fetch, besides `json` for a body and `asAdmin` for what is the admin's to do
 * @throws Problem
 */
export async function ask(path, options = {}) {
  const response = await patiently(path, options);
  if (response.status === 401 && !options.asAdmin && (await codeOf(response)) === 'NO_SESSION') {
    await makeSession();
    return checked(await patiently(path, options));
  }
  return checked(response);
}

/** Waits as long as a busy server asks for. */
async function patiently(path, options) {
  let response = await send(path, options);
  for (let time = 0; time < PATIENCE.times && response.status === 429; time++) {
    const seconds = Number(response.headers.get('Retry-After') ?? 1);
    if (seconds > PATIENCE.seconds || options.signal?.aborted) {
      break;
    }
    await pause(seconds, options.signal);
    response = await send(path, options);
  }
  return response;
}

/** The same, where the answer says no more than that it was done. It is read all the same: until then it holds a connection. */
export async function tell(path, options = {}) {
  await (await ask(path, options)).text();
}

/** The same, read as JSON. */
export async function askJson(path, options = {}) {
  return (await ask(path, options)).json();
}

const KNOWN = 'faceline.session';

/**
 * An own session before anything is asked that would also be answered without one. The cookie is hidden from scripts; a note that
 * it was set spares the question. Where the cookie went by itself, `ask` makes another.
 */
export async function ensureSession() {
  if (localStorage.getItem(KNOWN) === null) {
    await makeSession();
  }
}

/** A page that is open is a visitor who is there: the session lives on, and the browser keeps its cookie. */
export async function keepSession() {
  await tell('/api/v1/session');
}

/** Erases the session with all that it has, and begins a new one. */
export async function endSession() {
  await tell('/api/v1/session', { method: 'DELETE' });
  localStorage.removeItem(KNOWN);
  await makeSession();
}

let making = null;

/** Once, however many ask at the same time. */
function makeSession() {
  making ??= send('/api/v1/sessions', { method: 'POST', json: { cookie: true } })
    .then(checked)
    .then((made) => made.json())
    .then(() => localStorage.setItem(KNOWN, 'yes'))
    .finally(() => {
      making = null;
    });
  return making;
}

async function send(path, { json, asAdmin, headers = {}, ...options }) {
  const all = { ...headers };
  if (json !== undefined) {
    options.body = JSON.stringify(json);
    all['Content-Type'] = 'application/json';
  }
  if (asAdmin) {
    all.Authorization = `Bearer ${admin.token}`;
  }
  try {
    return await fetch(path, { ...options, headers: all });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(0, 'UNREACHABLE', t('problem.UNREACHABLE'));
  }
}

async function codeOf(response) {
  return (await bodyOf(response.clone())).code;
}

async function checked(response) {
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
