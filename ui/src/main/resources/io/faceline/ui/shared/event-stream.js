// @ts-check

/**
 * An event of a stream.
 * @typedef {{name: string, data: string}} StreamEvent
 */

/**
 * Reads the events of an answer with type `text/event-stream`, for requests that need headers, which EventSource cannot send.
 * Returns when the stream ends.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {(event: StreamEvent) => void} onEvent
 * @param {() => void} [onBytes] called whenever something arrives, be it no event
 * @param {(id: string) => void} [onId] called with each id, from which the stream can be resumed, after its event
 */
export async function readEvents(body, onEvent, onBytes = () => {}, onId = () => {}) {
  const parser = new EventParser(onEvent, onId);
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onBytes();
    parser.add(decoder.decode(part.value, { stream: true }));
  }
}

/** Joins the lines of a stream, which arrives in any parts, to events. */
class EventParser {
  #onEvent;
  #onId;
  #rest = '';
  #name = '';
  /** @type {string | null} */
  #id = null;
  /** @type {string[]} */
  #data = [];

  /**
   * @param {(event: StreamEvent) => void} onEvent
   * @param {(id: string) => void} onId
   */
  constructor(onEvent, onId) {
    this.#onEvent = onEvent;
    this.#onId = onId;
  }

  /** @param {string} text */
  add(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    lines.forEach((line) => this.#addLine(line.replace(/\r$/, '')));
  }

  /** @param {string} line */
  #addLine(line) {
    if (line === '') {
      this.#end();
      return;
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') {
      this.#name = value;
    } else if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'id') {
      this.#id = value;
    }
  }

  #end() {
    const event = { name: this.#name || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    const id = this.#id;
    this.#name = '';
    this.#data = [];
    this.#id = null;
    if (!isEmpty) {
      this.#onEvent(event);
    }
    if (id !== null) {
      this.#onId(id);
    }
  }
}
