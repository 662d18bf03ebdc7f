import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NewestPicture } from '#ui/cameras/newest-picture.js';

/** Answers requests when told to. */
class Server {
  asked = 0;
  #answers = [];

  fetch() {
    this.asked++;
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }

  async answer(picture) {
    this.#answers.shift().resolve(picture);
    await settled();
  }

  async refuse() {
    this.#answers.shift().reject(new Error('too old'));
    await settled();
  }
}

function settled() {
  return new Promise((resolve) => setImmediate(resolve));
}

test('one picture is fetched at a time, and what was wanted meanwhile once afterwards', async () => {
  const server = new Server();
  const shown = [];
  const newest = new NewestPicture(
    () => server.fetch(),
    (picture) => shown.push(picture),
  );

  newest.want();
  newest.want();
  newest.want();
  assert.equal(server.asked, 1);
  await server.answer('first');
  assert.equal(server.asked, 2);
  await server.answer('second');

  assert.equal(server.asked, 2);
  assert.deepEqual(shown, ['first', 'second']);
});

test('a picture that is refused ends nothing', async () => {
  const server = new Server();
  const shown = [];
  const newest = new NewestPicture(
    () => server.fetch(),
    (picture) => shown.push(picture),
  );

  newest.want();
  await server.refuse();
  newest.want();
  await server.answer('next');

  assert.deepEqual(shown, ['next']);
});
