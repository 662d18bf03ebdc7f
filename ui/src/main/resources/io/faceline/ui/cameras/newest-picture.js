// @ts-check

/** @typedef {import('./cameras-api.js').Picture} Picture */

/** Fetches pictures one at a time: what is asked for meanwhile is fetched once, afterwards. */
export class NewestPicture {
  #fetch;
  #onPicture;
  #isWanted = false;
  #isFetching = false;

  /**
   * @param {() => Promise<Picture>} fetch
   * @param {(picture: Picture) => void} onPicture
   */
  constructor(fetch, onPicture) {
    this.#fetch = fetch;
    this.#onPicture = onPicture;
  }

  /** Fetches the newest picture, now or after the one that is on its way. Never fails: a camera without a picture shows none. */
  async want() {
    this.#isWanted = true;
    if (this.#isFetching) {
      return;
    }
    this.#isFetching = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#fetch().then(this.#onPicture, () => {});
    }
    this.#isFetching = false;
  }
}
