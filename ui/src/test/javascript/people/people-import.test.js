import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { importPeople } from '#ui/people/people-import.js';

const CROP = btoa('a photo');
const WITH_PHOTOS = JSON.stringify({ name: 'Ada', photos: [{ cropJpeg: CROP }] });
const WITH_EMBEDDINGS = JSON.stringify({ name: 'Eve', references: [{ embedding: [1] }], photos: [{ cropJpeg: CROP }] });

let requests = [];
let answerEnroll;

beforeEach(() => {
  requests = [];
  answerEnroll = () => Response.json({ id: 'p1' }, { status: 201 });
  globalThis.sessionStorage = { getItem: () => 'token-of-the-admin' };
  globalThis.fetch = async (path, options) => {
    requests.push({ path, ...options });
    if (path.startsWith('/api/v1/people/import')) {
      return Response.json({ people: options.body.trim().split('\n').length, refused: [] });
    }
    return options.method === 'POST' ? answerEnroll() : Response.json({ items: [{ id: 'p1' }], next: null });
  };
});

function fileOf(...lines) {
  return new Blob([lines.join('\n')]);
}

function importInto(scope, ...lines) {
  return importPeople(fileOf(...lines), scope, () => {});
}

test('lines with embeddings go to the server in one request', async () => {
  assert.deepEqual(await importInto('session', WITH_EMBEDDINGS, '', WITH_EMBEDDINGS), { people: 2, refused: [] });

  assert.deepEqual(
    requests.map(({ path }) => path),
    ['/api/v1/people/import?scope=session'],
  );
});

test('lines of the shared gallery go to the server as they are', async () => {
  await importInto('shared', WITH_PHOTOS);

  assert.deepEqual(
    requests.map(({ path, headers }) => [path, headers.Authorization]),
    [['/api/v1/people/import?scope=shared', 'Bearer token-of-the-admin']],
  );
});

test('people with photos only are enrolled again', async () => {
  assert.deepEqual(await importInto('session', WITH_PHOTOS), { people: 1, refused: [] });

  const { path, body } = requests[0];
  assert.equal(path, '/api/v1/people');
  assert.equal(body.get('name'), 'Ada');
  assert.equal(await body.get('file').text(), 'a photo');
});

test('what is wrong with a line is told with its number', async () => {
  answerEnroll = () => Response.json({ code: 'NOT_ENROLLED', photos: [{ rejections: ['NO_FACE'] }] }, { status: 422 });

  assert.deepEqual(await importInto('session', WITH_EMBEDDINGS, WITH_PHOTOS), {
    people: 1,
    refused: [{ index: 1, detail: 'No face was found.' }],
  });
});

test('a photo that is no photo is told as such', async () => {
  const damaged = JSON.stringify({ name: 'Ada', photos: [{ cropJpeg: '!' }] });

  assert.deepEqual(await importInto('session', damaged), {
    people: 0,
    refused: [{ index: 0, detail: 'The image cannot be read.' }],
  });
});

test('progress is told line by line', async () => {
  const progress = [];

  await importPeople(fileOf(WITH_PHOTOS, WITH_PHOTOS), 'session', (done, of) => progress.push([done, of]));

  assert.deepEqual(progress, [
    [0, 2],
    [1, 2],
  ]);
});
