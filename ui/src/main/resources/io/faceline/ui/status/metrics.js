const LINE = /^(\w+)(?:\{([^}]*)\})? (\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Prometheus' text, read: what is measured under a name, summed over the labels that are not asked for. */
export class Metrics {
  #samples = [];

  constructor(text) {
    for (const line of text.split('\n')) {
      const found = LINE.exec(line);
      if (found) {
        const labels = Object.fromEntries([...(found[2] ?? '').matchAll(LABEL)].map(([, name, value]) => [name, value]));
        this.#samples.push({ name: found[1], labels, value: Number(found[3]) });
      }
    }
  }

  /** All of a name that have these labels. */
  all(name, labels = {}) {
    return this.#samples.filter((sample) => sample.name === name
      && Object.entries(labels).every(([label, value]) => sample.labels[label] === value));
  }

  has(name) {
    return this.all(name).length > 0;
  }

  sum(name, labels) {
    return this.all(name, labels).reduce((sum, sample) => sum + sample.value, 0);
  }

  /** The mean of a histogram in seconds since an earlier look, else since the start; NaN when there was nothing. */
  mean(name, labels, before) {
    const since = (end) => this.sum(`${name}_${end}`, labels) - (before?.sum(`${name}_${end}`, labels) ?? 0);
    return since('sum') / since('count');
  }
}
