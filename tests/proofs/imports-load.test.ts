import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { officeWork } from '../../bench/crowd.ts';
import { quantile } from '../../bench/figures.ts';
import { type BenchStage, hired, type MeasuredApp, startBenchStage } from '../../bench/stage.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import { applyNewest, bring } from '../support/imports.ts';
import { canWatchProcesses } from '../support/process-tree.ts';
import { words } from '../support/words.ts';

const LINES = 10_000;
/** Who goes on working meanwhile. */
const PEOPLE = 4;
/** For how long they work before, so that there is something to compare with. Milliseconds. */
const BEFORE = 15_000;
/** On two idle cores it takes about two minutes. */
const LIMIT = 900_000;

/** A median of the acks that nobody notices, whatever it was at rest. Milliseconds. */
const MEDIAN_MS = 50;
/** What the event loop may be held up, by the 99th percentile, wherever the computer itself is not so busy that it was at rest. */
const LATE_MS = 250;
/** What a file of a megabyte may cost at most while it is read and applied, and what of that may stay. Megabytes. */
const MEMORY = { meanwhile: 250, afterwards: 30 };

const line = (n: number) =>
  [
    `K-${n}`,
    `Hotel ${n} ${['Miramar', 'Alhambra', 'Sol', 'Central'][n % 4]}`,
    `"Calle ${n}, bajo\n29016 Málaga"`,
    n % 3 === 0 ? 'es' : '',
    n % 5 === 0 ? '"30 days, ""net"""' : '',
  ].join(',');

const FILE = [
  'Client number,Name,Billing address,Language of documents,Payment notes',
  ...Array.from({ length: LINES }, (_, n) => line(n)),
].join('\n');

describe('a file of 10,000 clients while people go on working', { timeout: LIMIT }, () => {
  let stage: BenchStage;
  let app: MeasuredApp;
  let store: Store;
  beforeAll(async () => {
    stage = await startBenchStage();
    const url = `file:${join(stage.folder, 'orders.db')}`;
    app = await stage.start(url);
    store = await openStore(url);
  }, LIMIT);
  afterAll(async () => {
    await store?.close();
    await app?.kill();
    await stage?.stop();
  });

  /** How far the app's event loop was behind since this was last asked, milliseconds. */
  async function delay(): Promise<{ readonly p99: number; readonly most: number }> {
    const { text } = await app.get('/metrics');
    const of = (what: string) =>
      1000 * Number(new RegExp(`^nodejs_eventloop_lag_${what}_seconds\\S* (\\S+)$`, 'm').exec(text)?.[1]);
    return { p99: of('p99'), most: of('max') };
  }

  /** What it has of the computer's memory now, megabytes; 0 where that is not told (Linux tells it without stopping anybody). */
  const resident = () =>
    canWatchProcesses ? (4096 * Number(readFileSync(`/proc/${app.pid}/statm`, 'utf8').split(' ')[1])) / 1e6 : 0;

  /** People work until `until` has settled: what their acks took, and how far the event loop was behind. */
  async function working(clerks: readonly Person[], until: Promise<unknown>) {
    const { inspector, people } = stage.sandbox;
    const from = inspector.acks().length;
    await delay();
    let over = false;
    void until
      .catch(() => {})
      .then(() => {
        over = true;
      });
    const failed: string[] = [];
    await Promise.all(
      clerks.map(async (clerk) => {
        while (!over)
          await officeWork(clerk, people.sam).catch(async (error: unknown) => {
            failed.push(String(error));
            if (clerk.topModal()) await clerk.closeModal(true);
          });
      }),
    );
    const acks = inspector.acks().slice(from);
    return {
      ...{ times: acks.map(({ ms }) => ms), late: acks.filter(({ outcome }) => outcome !== 'acked'), failed },
      ...(await delay()),
    };
  }

  test('all of them are on file, nobody waits, and its author sees how far it is', async () => {
    const { sandbox } = stage;
    const { adam } = sandbox.people;
    const clerks = hired(sandbox, 'Clerk', PEOPLE);
    const rest = await working(clerks, new Promise((done) => setTimeout(done, BEFORE)));
    const before = await app.memory();
    const held = resident();

    const seen = new Set<string>();
    let largest = 0;
    const begun = performance.now();
    const phases: string[] = [];
    const imported = (async () => {
      const { id } = await bring(adam, { kind: 'client', text: FILE });
      const is = (state: string) =>
        vi.waitFor(
          async () => {
            for (const message of adam.directMessages()) seen.add(message.text);
            largest = Math.max(largest, resident());
            expect((await store.import(sandbox.teamId, id))?.state).toBe(state);
          },
          { timeout: LIMIT, interval: 300 },
        );
      await is('planned');
      phases.push(`read in ${Math.round(performance.now() - begun)} ms`);
      const planned = words.imports
        .planned({ kind: words.imports.kind.client, file: 'client.csv' })
        .replaceAll('*', '');
      await vi.waitFor(() => expect(adam.directMessages().at(-1)?.text).toContain(planned), 30_000);
      await applyNewest(adam);
      await is('applied');
      phases.push(`applied after ${Math.round(performance.now() - begun)} ms`);
      return id;
    })();
    const busy = await working(clerks, imported);
    const id = await imported;
    const after = await app.memory();

    process.stdout.write(
      `${phases.join(', ')}; acks: median ${quantile(busy.times, 0.5)} ms of ${busy.times.length} (at rest ${quantile(rest.times, 0.5)}), longest ${Math.max(...busy.times)} ms (at rest ${Math.max(...rest.times)}); event loop p99 ${busy.p99.toFixed(1)} ms, most ${busy.most.toFixed(1)} (at rest ${rest.p99.toFixed(1)}, ${rest.most.toFixed(1)}); memory ${held.toFixed(0)} MB, at most ${largest.toFixed(0)}, heap ${before.heap.toFixed(1)} to ${after.heap.toFixed(1)}\n`,
    );
    expect(await store.import(sandbox.teamId, id)).toMatchObject({
      counts: { add: 0, change: 0, same: 0, wrong: 0, done: LINES, moved: 0 },
    });
    expect(await store.countRecords(sandbox.teamId, { kind: 'client' }, 2 * LINES)).toBe(LINES);
    expect(busy.failed).toEqual([]);
    expect([...rest.late, ...busy.late]).toEqual([]);
    expect(Math.max(...busy.times)).toBeLessThan(3000);
    expect(quantile(busy.times, 0.5)).toBeLessThan(Math.max(MEDIAN_MS, 3 * quantile(rest.times, 0.5)));
    expect(busy.p99).toBeLessThan(Math.max(LATE_MS, 1.5 * rest.p99));
    const progress = [...seen].filter((text) => text.includes(words.imports.kind.client) && /\d/.test(text));
    expect(progress.length).toBeGreaterThan(1);
    expect(largest - held).toBeLessThan(MEMORY.meanwhile);
    expect(after.heap - before.heap).toBeLessThan(MEMORY.afterwards);
    expect(sandbox.complaints).toEqual([]);
  });
});
