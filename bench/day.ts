import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { openStore } from '../db/open.ts';
import { connect } from '../db/sqlite/connection.ts';
import type { Person } from '../sandbox/server/acts.ts';
import { startSandbox } from '../sandbox/server/server.ts';
import { createLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';
import type { Action, Role } from '../src/order/order.ts';
import { createOrders } from '../src/orders.ts';
import { createCalls } from '../src/outbox/calls.ts';
import type { Means } from '../src/outbox/executor.ts';
import { createLacking } from '../src/outbox/lacking.ts';
import { createOutbox } from '../src/outbox/outbox.ts';
import { createPace } from '../src/outbox/pace.ts';
import { defaultSettings } from '../src/settings.ts';
import { createSendFile } from '../src/slack/fetch-file.ts';
import { type Figure, figure, quantile, type Size } from './figures.ts';
import { hired } from './stage.ts';
import { takeOverTime, type VirtualTime } from './virtual-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long a call to Slack and a PDF take in the simulation, milliseconds. */
const CALL = 250;
const PDF = 800;
/** How many of a day's orders come in each of its ten hours: most of them in the morning. */
const HOURS = [0.2, 0.16, 0.12, 0.1, 0.06, 0.08, 0.1, 0.09, 0.06, 0.03];

/**
 * A day of 2,000 orders, each with its whole life, within Slack's tiers: the real outbox, pace, effects and store against the
 * sandbox with its rate limits on, in time that jumps. Only the PDF is a stand-in of constant duration.
 */
export async function measureDay({ small }: Size): Promise<Figure[]> {
  const orders = small ? 5 : 2000;
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-bench-'));
  const file = join(folder, 'orders.db');
  const store = await openStore(`file:${file}`);
  const realFetch = globalThis.fetch;
  const start = Math.ceil(Date.now() / HOUR) * HOUR;
  const time = takeOverTime(start);
  try {
    const sandbox = await startSandbox({ rateLimits: 'tiers', fileShareDelayMs: 0 });
    let refused = 0;
    sandbox.inspector.subscribe((record) => {
      if (record.kind === 'call' && record.status === 429) refused++;
    });
    const slowFetch: typeof fetch = async (...request) => {
      const answer = await time.busy(() => realFetch(...request).then(whole));
      await time.sleep(CALL);
      return answer;
    };
    globalThis.fetch = slowFetch;
    const means = meansFor(store, sandbox, slowFetch, time);
    const outbox = createOutbox(means, createMetrics());
    await store.saveSettings(sandbox.teamId, defaultSettings);
    await outbox.start();
    const doors = createOrders({ store, nudge: outbox.nudge, now: Date.now });
    const faults: unknown[] = [];
    for (let n = 0; n < orders; n++)
      setTimeout(
        () =>
          void life(doors, sandbox.teamId, castOf(sandbox, n), n, time).catch((error: unknown) => faults.push(error)),
        arrival(n / orders),
      );
    await time.runUntil(start + 16 * HOUR);
    if (faults.length > 0) throw faults[0];
    const stopped = outbox.stop();
    await time.runUntil(Date.now() + MINUTE);
    await stopped;
    await sandbox.stop();
    const backlog = await store.backlog(Date.now());
    return [...lags(file, orders), ...sums(orders, refused, backlog)];
  } finally {
    globalThis.fetch = realFetch;
    time.restore();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The answer read to its end, so that nothing of it is still under way when time goes on. */
async function whole(response: Response): Promise<Response> {
  const { status, headers } = response;
  return new Response(await response.arrayBuffer(), { status, headers });
}

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
type Store = Awaited<ReturnType<typeof openStore>>;

function meansFor(store: Store, sandbox: Sandbox, slowFetch: typeof fetch, time: VirtualTime): Means {
  const lacking = createLacking(Date.now);
  const bytes = Buffer.from('%PDF-1.7 stand-in');
  return {
    store,
    lacking,
    log: createLog('error'),
    now: Date.now,
    identity: { team: sandbox.teamId, botUserId: sandbox.botUserId, botId: 'B1', url: 'https://northwind.slack.com/' },
    client: new WebClient(sandbox.botToken, {
      slackApiUrl: sandbox.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: slowFetch,
    }),
    renderer: {
      async render(_order, version) {
        await time.sleep(PDF);
        return { fileName: `v${version}.pdf`, bytes, sha256: '0'.repeat(64) };
      },
      photo: async () => null,
      warm: async () => {},
      stop: async () => {},
    },
    fetchFile: async () => bytes,
    sendFile: createSendFile(60_000),
    paced: createCalls({ pace: createPace(Date.now, time.sleep), lacking, now: Date.now, onBack: () => {} }),
    warnOnce: () => {},
  };
}

/** When in the day an order comes, milliseconds from its start. `part`: how many of the day's orders came before it. */
function arrival(part: number): number {
  let before = 0;
  for (const [hour, share] of HOURS.entries()) {
    if (part < before + share) return (hour + (part - before) / share) * HOUR;
    before += share;
  }
  return HOURS.length * HOUR;
}

interface LifeCast {
  readonly requester: Person;
  readonly supervisor: Person;
  readonly worker: Person;
}

let staff: { sandbox: Sandbox; requesters: Person[]; supervisors: Person[]; workers: Person[] } | undefined;

function castOf(sandbox: Sandbox, n: number): LifeCast {
  if (staff?.sandbox !== sandbox)
    staff = {
      sandbox,
      requesters: hired(sandbox, 'Clerk', 30),
      supervisors: hired(sandbox, 'Supervisor', 15),
      workers: hired(sandbox, 'Worker', 120),
    };
  const pick = (from: readonly Person[]): Person => {
    const person = from[n % from.length];
    if (!person) throw new Error('nobody is there');
    return person;
  };
  return { requester: pick(staff.requesters), supervisor: pick(staff.supervisors), worker: pick(staff.workers) };
}

/** Submitted, approved (one in ten rejected), confirmed once, finished. */
async function life(
  doors: ReturnType<typeof createOrders>,
  team: string,
  { requester, supervisor, worker }: LifeCast,
  n: number,
  { sleep }: VirtualTime,
): Promise<void> {
  const id = randomUUID();
  const party = (person: Person) => ({ id: person.id, name: person.name });
  const act = async (person: Person, roles: Role[], action: Action) => {
    const acted = await doors.act({
      team,
      order: { id, isNew: action.type === 'submit' },
      action,
      actor: () => ({ ...party(person), roles, timeZone: 'UTC' }),
      key: randomUUID(),
      spentDraft: null,
    });
    if (acted.kind !== 'accepted') throw new Error(`${action.type} was ${JSON.stringify(acted)}`);
  };
  const after = (minutes: number) => sleep((minutes + (n % 17)) * MINUTE);
  const items = [
    { id: 'i1', kind: 'material' as const, description: 'Pump', quantity: 1000, unit: 'pcs', unitPrice: 12_000 },
  ];
  const now = Math.floor(Date.now() / 1000);
  await act(requester, ['requester'], {
    type: 'submit',
    content: {
      title: `Service ${n}`,
      client: `Client ${n % 300}`,
      location: '1 Main Street',
      description: 'The pump leaks.',
      priority: 'normal',
      requestedStart: now + 3600,
      requestedEnd: now + 7200,
      contact: '',
      clientReference: '',
      items,
      attachments: [],
      currency: 'EUR',
      taxRate: 0,
    },
    supervisor: party(supervisor),
    coordinator: null,
    source: null,
  });
  await after(10);
  if (n % 10 === 9) return act(supervisor, ['supervisor'], { type: 'reject', submission: 1, reason: 'Too dear' });
  await act(supervisor, ['supervisor'], {
    type: 'approve',
    submission: 1,
    crew: [party(worker)],
    coordinator: null,
    plannedStart: null,
    comment: '',
    signature: supervisor.name,
  });
  const report = { workDone: 'Done.', startedAt: now, endedAt: now + 60, reason: 'More parts', photos: [] };
  await after(90);
  await act(worker, ['crew'], {
    type: 'confirm_partial',
    base: 1,
    items: [...items, { ...items[0], id: 'i2' }] as typeof items,
    report,
  });
  await after(60);
  await act(worker, ['crew'], {
    type: 'confirm_final',
    base: 2,
    items: [...items, { ...items[0], id: 'i2' }] as typeof items,
    report,
  });
}

const WHAT: readonly [string, string, { p95?: number; max?: number }][] = [
  ["people's direct messages", "e.lane = 'people' and e.type = 'tell'", { p95: 10, max: 60 }],
  ['channels: opened', "e.type = 'open_channel'", { p95: 60 }],
  ['channels: posts and cards', "e.type in ('post_entry', 'refresh_card')", { p95: 60 }],
  ['channels: PDFs', "e.type = 'issue_document'", { p95: 120 }],
  ['channels: pins, topics, bookmarks', "e.lane = 'dressing'", {}],
];

/** How long after the action each kind of effect was done, in seconds; up to one too many, for actions are timed to the second. */
function lags(file: string, orders: number): Figure[] {
  const client = connect(file);
  const figures = WHAT.flatMap(([what, which, { p95, max }]) => {
    const seconds = client
      .prepare<[], number>(
        `select e.done_at / 1000.0 - n.at from effects as e
         join entries as n on n.team = e.team and n.order_id = e.order_id and n.seq = e.entry
         where e.done_at is not null and ${which}`,
      )
      .pluck()
      .all();
    const held = (aim: number | undefined) => (aim === undefined ? {} : { target: { of: 'value' as const, aim } });
    return [
      figure(`a day of ${orders} orders: ${what} behind, median of ${seconds.length}`, quantile(seconds, 0.5), 's'),
      figure(`a day of ${orders} orders: ${what} behind, p95`, quantile(seconds, 0.95), 's', held(p95)),
      figure(`a day of ${orders} orders: ${what} behind, most`, Math.max(...seconds), 's', held(max)),
    ];
  });
  client.close();
  return figures;
}

function sums(
  orders: number,
  refused: number,
  { pending, running, parked }: Awaited<ReturnType<Store['backlog']>>,
): Figure[] {
  const none = { target: { of: 'value' as const, must: 0 } };
  return [
    figure(`a day of ${orders} orders: answers 429 met`, refused, '', { target: { of: 'value', aim: 0 } }),
    figure(`a day of ${orders} orders: still owed though due`, pending + running, '', none),
    figure(`a day of ${orders} orders: parked`, parked, '', none),
  ];
}
