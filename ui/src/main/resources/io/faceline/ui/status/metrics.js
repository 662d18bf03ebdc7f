// @ts-check

const LINE = /^(\w+)(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})? (\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** @typedef {Record<string, string>} Labels */

/** Samples in the Prometheus text format. */
export class Metrics {
  /** @type {{name: string, labels: Labels, value: number}[]} */
  #samples = [];

  /** @param {string} text */
  constructor(text) {
    for (const line of text.split('\n')) {
      const match = LINE.exec(line);
      if (match) {
        const [, name, labels = '', value] = match;
        this.#samples.push({ name, labels: parseLabels(labels), value: Number(value) });
      }
    }
  }

  /**
   * The samples of a name that have these labels.
   *
   * @param {string} name
   * @param {Labels} [labels]
   */
  all(name, labels = {}) {
    return this.#samples.filter(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    );
  }

  /** @param {string} name */
  has(name) {
    return this.all(name).length > 0;
  }

  /**
   * @param {string} name
   * @param {Labels} [labels]
   */
  sum(name, labels) {
    return this.all(name, labels).reduce((sum, sample) => sum + sample.value, 0);
  }

  /**
   * The mean of a histogram since an earlier reading, or since the start; NaN if nothing was measured.
   *
   * @param {string} name
   * @param {Labels} [labels]
   * @param {Metrics} [before]
   */
  mean(name, labels, before) {
    const since = (/** @type {string} */ part) =>
      this.sum(`${name}_${part}`, labels) - (before?.sum(`${name}_${part}`, labels) ?? 0);
    return since('sum') / since('count');
  }
}

/** @param {string} text */
function parseLabels(text) {
  return Object.fromEntries([...text.matchAll(LABEL)].map(([, name, value]) => [name, unescapeValue(value)]));
}

/** @param {string} value */
function unescapeValue(value) {
  return value.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character));
}
