import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { figure, line, quantile } from '../../bench/figures.ts';

const folder = mkdtempSync(join(tmpdir(), 'service-orders-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Subjects and one figure of each that must come out as a number. */
test.each([
  ['acks', /^ack, 3 people at once, p99$/],
  ['floors', /^ack of a submission, median/],
  ['scale', /^Home, opened until it is published/],
  ['memory', /^memory after 10 more orders, heap$/],
  ['postgres-floors', /^ack of a submission on PostgreSQL, median/],
  ['postgres-claims', /^when something is due next, 2000 due/],
  ['postgres-instances', /^2 documents of two workspaces, two instances$/],
  ['postgres-scale', /^Home, opened until it is published/],
  ['documents', /^document of two pages, 25 items, median/],
  ['day', /^a day of 5 orders: people's direct messages behind, p95$/],
])('the bench still measures %s, in small sizes', async (name, what) => {
  const json = join(folder, `${name}.json`);
  const args = ['--import', 'tsx', 'bench/bench.ts', '--small', '--only', name, '--json', json];
  await promisify(execFile)(process.execPath, args);
  const figures: { what: string; value: number; ratio?: number }[] = JSON.parse(readFileSync(json, 'utf8'));
  expect(figures.some((one) => what.test(one.what))).toBe(true);
  for (const { what, value, ratio } of figures) {
    expect(Number.isFinite(value), what).toBe(true);
    if (ratio !== undefined) expect(ratio, what).toBeGreaterThan(0);
  }
  const owed = figures.find(({ what }) => what.includes('still owed'));
  if (name === 'day') expect(owed).toMatchObject({ value: 0, ok: true });
});

test('a figure is held to its target, and its line says so', () => {
  const must = { target: { of: 'ratio', aim: 1.2, must: 1.5 } } as const;
  expect(figure('x', 10, 'ms', { ...must, ratio: 1.1 })).toMatchObject({ ok: true });
  expect(line(figure('x', 10, 'ms', { ...must, ratio: 1.4 }))).toMatch(/ok, aim missed$/);
  expect(line(figure('x', 10, 'ms', { ...must, ratio: 1.6 }))).toMatch(/MISSED$/);
  expect(figure('x', 10, 'ms', must)).toMatchObject({ ok: false });
  expect(figure('x', 10, 'ms', { target: { of: 'value', aim: 9 } })).toMatchObject({ ok: false });
  expect(figure('x', 10, 'ms')).not.toHaveProperty('ok');
  expect(quantile([3, 1, 2, 4], 0.99)).toBe(4);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
});
