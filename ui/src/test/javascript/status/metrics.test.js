import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from '#ui/status/metrics.js';

const TEXT = `# HELP faceline_frames_out_total Frames
# TYPE faceline_frames_out_total counter
faceline_frames_in_total 1.2e3
faceline_frames_out_total{outcome="faces",reason=""} 100.0
faceline_frames_out_total{outcome="failed",reason="TIMEOUT"} 2
faceline_frames_out_total{outcome="failed",reason="TOO_SMALL"} 3
faceline_model{model="a\\"b{c}",provider="cpu"} 1
faceline_stage_seconds_sum{stage="detect"} 5
faceline_stage_seconds_count{stage="detect"} 10
faceline_memory NaN
`;

test('samples are summed over the labels that are not asked for', () => {
  const metrics = new Metrics(TEXT);

  assert.equal(metrics.sum('faceline_frames_in_total'), 1200);
  assert.equal(metrics.sum('faceline_frames_out_total'), 105);
  assert.equal(metrics.sum('faceline_frames_out_total', { outcome: 'failed' }), 5);
  assert.equal(metrics.sum('faceline_frames_out_total', { outcome: 'failed', reason: 'TIMEOUT' }), 2);
  assert.equal(metrics.sum('no_such_metric'), 0);
});

test('names are whole names', () => {
  const metrics = new Metrics(TEXT);

  assert.equal(metrics.has('faceline_frames_in_total'), true);
  assert.equal(metrics.has('faceline_frames'), false);
});

test('labels tell apart what was measured', () => {
  assert.deepEqual(new Metrics(TEXT).all('faceline_frames_out_total', { reason: 'TIMEOUT' }), [
    { name: 'faceline_frames_out_total', labels: { outcome: 'failed', reason: 'TIMEOUT' }, value: 2 },
  ]);
});

test('braces and quotes in the value of a label are part of it', () => {
  assert.deepEqual(new Metrics(TEXT).all('faceline_model')[0].labels, { model: 'a"b{c}', provider: 'cpu' });
});

test('a mean is that since the previous reading', () => {
  const before = new Metrics(TEXT);
  const now = new Metrics(TEXT.replace('"detect"} 5', '"detect"} 8').replace('"detect"} 10', '"detect"} 12'));

  assert.equal(now.mean('faceline_stage_seconds', { stage: 'detect' }), 8 / 12);
  assert.equal(now.mean('faceline_stage_seconds', { stage: 'detect' }, before), 1.5);
  assert.ok(Number.isNaN(before.mean('faceline_stage_seconds', { stage: 'detect' }, before)));
});

test('text that is no metric is skipped', () => {
  assert.equal(new Metrics('<html>\n\nnot-found').sum('not'), 0);
});
