import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import type { Action } from '../../src/order/action.ts';
import type { Content } from '../../src/order/content.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import type { Role } from '../../src/order/people.ts';
import { decide } from '../../src/order/workflow.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { Settings } from '../../src/settings.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { folderInMemory } from './folder.ts';
import { seeded } from './random.ts';
import { startStage } from './stage.ts';
import { withHistory } from './whole-order.ts';

/** People at one Slack, their app, and a view of what stands in its database. */
export interface Arena {
  readonly sandbox: Sandbox;
  readonly people: Sandbox['people'];
  readonly store: Store;
  /** Between 0 and 1; the same sequence for the same seed. */
  random(): number;
  /** What the entry made Slack owed, as it stands in the database: JSON, sorted; the channel's metadata counts once. */
  owed(order: Order, seq: number): string[];
  /** What the entry must make Slack owed when it is decided once. */
  due(before: WholeOrder | undefined, after: WholeOrder): string[];
  orders: {
    submitted(): Promise<WholeOrder>;
    sentBack(): Promise<WholeOrder>;
    inField(...crew: Person[]): Promise<WholeOrder>;
    closed(...crew: Person[]): Promise<WholeOrder>;
  };
  now(order: Order): Promise<WholeOrder>;
  /** Sends the next envelopes to these connections in turn (0 and 1 are one process, 2 and 3 the other). */
  route(...connections: number[]): void;
  /** Sends every envelope anywhere, by the seed. */
  scatter(): void;
  /** How many envelopes each connection got. */
  readonly used: number[];
  /** Nothing is under way; where things are delivered, nothing is owed either. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Where people race: who serves them, and on which database. */
interface Ground {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly file: string;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** An order is looked at again whenever something may be due, and that owes the next look. */
const isDecided = (effect: string): boolean => JSON.parse(effect).type !== 'check_order';

/** Owed again whenever there is something new to show; once is as good as twice. */
const METADATA = JSON.stringify({ type: 'sync_channel_metadata' });
const ALL: readonly Role[] = ['requester', 'supervisor', 'coordinator', 'crew'];

/**
 * Two app processes, each with its two connections, on one database. What Slack is owed stays owed: Slack takes no
 * channel and no message here, so that a hundred rounds cost seconds.
 */
async function twoProcesses(): Promise<Ground> {
  const sandbox = await startSandbox();
  const folder = folderInMemory();
  const file = join(folder, 'orders.db');
  const env = { ...sandbox.env, DATABASE_URL: `file:${file}`, LOG_LEVEL: 'error' };
  const store = await openStore(env.DATABASE_URL);
  for (const method of ['conversations.create', 'chat.postMessage', 'conversations.open'])
    sandbox.faults.on(method, { kind: 'hang' });
  // One after the other, so that each process has two neighbouring connections.
  const apps: AppProcess[] = [];
  for (const count of [2, 4]) {
    apps.push(startAppProcess(env));
    await sandbox.connected(count);
  }
  return {
    ...{ sandbox, store, file },
    idle: () => sandbox.idle(),
    async stop() {
      await Promise.all(apps.map((app) => app.kill()));
      await store.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts it; `seed` says how everything falls. `delivered`: one app that also pays what Slack is owed, for fewer rounds
 * that end with everything in its channel.
 */
export async function startArena(seed: number, { delivered = false } = {}): Promise<Arena> {
  const ground: Ground = delivered ? await startStage() : await twoProcesses();
  const { sandbox, store } = ground;
  const settings = Settings.parse({ approval: { undecidedPerPerson: 100_000 } });
  await store.saveSettings(sandbox.teamId, settings);
  // Strangers are answered later, once Slack has said who they are.
  const { ana, sam, adam, farid, fiona } = sandbox.people;
  await vi.waitFor(async () => {
    for (const { id, name } of [ana, sam, adam, farid, fiona])
      if (!(await store.person(sandbox.teamId, id))) throw new Error(`${name} is a stranger`);
  }, 10_000);
  const database = new Database(ground.file, { readonly: true });
  const bodies = database.prepare('select body from effects where order_id = ? and entry = ?').pluck();
  const random = seeded(seed);
  const used = Array.from({ length: delivered ? 2 : 4 }, () => 0);
  const choose = (pick: () => number) =>
    sandbox.faults.route((live) => {
      const chosen = pick() % live;
      used[chosen] = (used[chosen] ?? 0) + 1;
      return chosen;
    });
  const scatter = () => choose(() => Math.floor(random() * used.length));
  scatter();

  const door = createOrders({ store, nudge: () => {}, now: Date.now });
  async function act(by: Person, order: Order | undefined, action: Action): Promise<WholeOrder> {
    const acted = await door.act({
      order: order ?? { state: 'new', team: sandbox.teamId, id: randomUUID() },
      action,
      policy: policyOf(settings),
      actor: () => ({ ...partyOf(by), roles: ALL, timeZone: 'UTC' }),
      key: randomUUID(),
      spentDraft: null,
    });
    if (acted.kind !== 'accepted') throw new Error(`the order could not be made ready: ${JSON.stringify(acted)}`);
    return withHistory(store, acted.order);
  }
  const plan = (crew: Person[]) => ({ crew: crew.map(partyOf), coordinator: null, plannedStart: null });
  const submitted = () =>
    act(ana, undefined, { type: 'submit', content, supervisor: partyOf(sam), coordinator: null, source: null });
  const inField = async (...crew: Person[]) =>
    act(sam, await submitted(), {
      ...{ type: 'approve', submission: 1, comment: '', signature: sam.name },
      ...plan(crew),
    });

  return {
    sandbox,
    people: sandbox.people,
    store,
    random,
    used,
    scatter,
    route(...connections) {
      let turn = 0;
      choose(() => connections[turn++ % connections.length] ?? 0);
    },
    owed(order, seq) {
      const all = bodies.all(order.id, seq).map(String).filter(isDecided).sort();
      return all.filter((body, index) => body !== METADATA || all.indexOf(body) === index);
    },
    due(before, { team, id, entries }) {
      const entry = entries[before?.entries.length ?? 0];
      if (!entry) return [];
      const { action, by, at, key } = entry;
      const actor = { ...by, roles: ALL, timeZone: 'UTC' };
      const decision = decide(before ?? { state: 'new', team, id }, action, {
        actor,
        at,
        key,
        policy: policyOf(settings),
      });
      if (decision.kind !== 'accepted') return [`${decision.kind}, although it is in the history`];
      return decision.effects
        .map((effect) => JSON.stringify(effect))
        .filter(isDecided)
        .sort();
    },
    orders: {
      submitted,
      inField,
      sentBack: async () =>
        act(sam, await submitted(), { type: 'request_changes', submission: 1, reason: 'Which pump?' }),
      closed: async (...crew) =>
        act(sam, await inField(...crew), {
          type: 'close',
          base: 1,
          closure: {
            ...{ outcome: 'as_ordered', reasonCode: null, explanation: '', endedAt: null, note: '' },
            ...{ acceptance: { kind: 'unavailable' }, photos: [] },
          },
        }),
    },
    async now(order) {
      const found = await store.order(order.team, order.id);
      if (!found) throw new Error(`order ${order.id} is gone`);
      return withHistory(store, found);
    },
    idle: () => ground.idle(),
    async stop() {
      database.close();
      await ground.stop();
    },
  };
}

const partyOf = ({ id, name }: Person) => ({ id, name });

/** Nothing about it is asked about when it is approved. */
const TOMORROW = Math.floor(Date.now() / 1000) + 86_400;

const content: Content = {
  ...{ title: 'Replace pump', client: 'Acme', location: '1 Main Street', description: 'It leaks.', priority: 'normal' },
  ...{ requestedStart: TOMORROW, requestedEnd: TOMORROW + 10_000, contact: '', clientReference: '' },
  items: [
    { id: 'pump', kind: 'material', description: 'Pump', quantity: 1000, unit: 'pcs', unitPrice: '120' },
    { id: 'hose', kind: 'material', description: 'Hose', quantity: 2000, unit: 'm', unitPrice: null },
  ],
  ...{ attachments: [], currency: 'EUR', decimals: 2, taxRate: 0, pricesFor: 'everybody' },
};
