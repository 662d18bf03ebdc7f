import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rate, RecentValues } from '#ui/live/rates.js';

test('a rate counts the last two seconds', () => {
  const rate = new Rate();
  for (let now = 0; now < 4000; now += 100) {
    rate.count(now);
  }

  assert.equal(rate.perSecondAt(3900), 10.5);
  assert.equal(rate.perSecondAt(4900), 5.5);
  assert.equal(rate.perSecondAt(9000), 0);
});

test('quantiles of the last values', () => {
  const values = new RecentValues(3);
  assert.ok(Number.isNaN(values.quantile(0.5)));

  [100, 5, 1, 3].forEach((value) => values.add(value));

  assert.deepEqual(
    [0, 0.5, 1].map((share) => values.quantile(share)),
    [1, 3, 5],
  );
});
