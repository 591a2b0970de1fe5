import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../db/open.ts';
import { startSandbox } from '../sandbox/server/server.ts';
import { Settings } from '../src/settings.ts';
import { addItem, approve, beginOrder, confirm, sent, submitOrder } from '../tests/support/acting.ts';
import { startAppProcess } from '../tests/support/app-process.ts';
import { seedOrders } from './seed.ts';

/** One line of the bench. `ratio`: against the same act with an empty database, in this run. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms';
  readonly ratio?: number;
}

const ROUNDS = 6;
const SEEDED = 10_000;

/** From payload to ack, as Slack sees it, by kind of payload: with an empty database and with 10,000 orders. */
export async function measureAcks(): Promise<Figure[]> {
  const empty = await acksWith(0);
  const full = await acksWith(SEEDED);
  return [...full].flatMap(([label, times]) => {
    const base = median(empty.get(label) ?? []);
    return [
      {
        what: `ack of ${label}, ${SEEDED} orders, median of ${times.length}`,
        value: median(times),
        unit: 'ms' as const,
        ratio: median(times) / base,
      },
      { what: `ack of ${label}, ${SEEDED} orders, slowest`, value: Math.max(...times), unit: 'ms' as const },
    ];
  });
}

async function acksWith(orders: number): Promise<Map<string, number[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-bench-'));
  const url = `file:${join(folder, 'orders.db')}`;
  const sandbox = await startSandbox();
  const store = await openStore(url);
  const { ana, sam, farid } = sandbox.people;
  await store.saveSettings(sandbox.teamId, Settings.parse({}));
  await seedOrders(store, sandbox.teamId, orders, { requester: ana, supervisor: sam, worker: farid });
  const app = startAppProcess({ ...sandbox.env, DATABASE_URL: url, LOG_LEVEL: 'error' });
  await sandbox.connected(2);
  const idle = async () => {
    await sandbox.idle();
    let owed = true;
    while (owed) {
      const due = await store.nextDue();
      // What is put off for Slack's tiers (topics, bookmarks) is not waited for.
      owed = (await store.backlog()).running > 0 || (due !== undefined && due < Date.now());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const stage = { sandbox, people: sandbox.people, store, idle };
  await ana.command('/so help');
  const warm = sandbox.inspector.acks().length;
  for (let round = 0; round < ROUNDS; round++) {
    await ana.command('/so list');
    await ana.command('/so list waiting');
    await ana.openHome();
    const name = await submitOrder(stage, ana, sam);
    await ana.command(`/so show SO-${name.slice(3, 9)}`);
    await ana.command(`/so history SO-${name.slice(3, 9)}`);
    await approve(stage, sam, name, [farid]);
    await confirm(stage, farid, name, { items: [{ Description: 'Seal', Quantity: '2' }] });
    // While a PDF is being made and Slack is being called.
    await beginOrder(ana, sam);
    await addItem(ana, { Description: 'Pump', Quantity: '1' });
    await sent(ana);
    await idle();
  }
  const byLabel = new Map<string, number[]>();
  for (const { label, ms } of sandbox.inspector.acks().slice(warm))
    byLabel.set(label, [...(byLabel.get(label) ?? []), ms]);
  await app.kill();
  await store.close();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
  return byLabel;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
