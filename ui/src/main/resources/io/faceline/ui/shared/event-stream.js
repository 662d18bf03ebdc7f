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
 */
export async function readEvents(body, onEvent, onBytes = () => {}) {
  const parser = new EventParser(onEvent);
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
  #rest = '';
  #name = '';
  /** @type {string[]} */
  #data = [];

  /** @param {(event: StreamEvent) => void} onEvent */
  constructor(onEvent) {
    this.#onEvent = onEvent;
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
    }
  }

  #end() {
    const event = { name: this.#name || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#name = '';
    this.#data = [];
    if (!isEmpty) {
      this.#onEvent(event);
    }
  }
}
