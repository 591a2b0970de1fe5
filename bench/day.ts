import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { openStore } from '../db/open.ts';
import { connect } from '../db/sqlite/connection.ts';
import { startSandbox } from '../sandbox/server/server.ts';
import { createLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';
import { createOrders } from '../src/orders.ts';
import { createCalls } from '../src/outbox/calls/calls.ts';
import { createPace, type Pace } from '../src/outbox/calls/pace.ts';
import { oweDigests } from '../src/outbox/effects/clock/plan-digests.ts';
import type { EffectContext } from '../src/outbox/executor.ts';
import { createOutbox } from '../src/outbox/outbox.ts';
import { createPreparedPhotos } from '../src/outbox/prepared-photos.ts';
import { createDecoder } from '../src/pictures/decoder.ts';
import { defaultSettings } from '../src/settings.ts';
import { createSendFile } from '../src/slack-api/fetch-file.ts';
import { arrival, castOf, everybodyAt, life, STANDING } from './day-life.ts';
import { type Figure, figure, quantile, type Size } from './figures.ts';
import { takeOverTime, type VirtualTime } from './virtual-time.ts';
import { heardPace, stillOwed, whyLate } from './waited.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Five in the morning of a Monday in UTC, where everybody is; their office opens three hours later. */
const MONDAY = Date.UTC(2027, 0, 11, 5);
/** From the first orders that stand to the first of the day, when everybody gets their digest. */
const MORNING = 3 * HOUR;
/** From the morning until the last life of the day is over: it begins ten hours later, and waits, confirms and finishes for up to 7.7. */
const DAY = 18 * HOUR;
/** How long a call to Slack and a PDF take in the simulation, milliseconds. */
const CALL = 250;
const PDF = 800;

/**
 * A day of 2,000 orders, each with its whole life, with digests for 500 people and their reminders, within Slack's tiers: the real outbox, pace, effects and store against the
 * sandbox with its rate limits on, in time that jumps. Only the PDF is a stand-in of constant duration.
 */
export async function measureDay({ small }: Size): Promise<Figure[]> {
  const orders = small ? 5 : 2000;
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-bench-'));
  const file = join(folder, 'orders.db');
  const store = await openStore(`file:${file}`);
  const realFetch = globalThis.fetch;
  const standing = small ? 5 : STANDING;
  const time = takeOverTime(MONDAY);
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
    const heard = heardPace(createPace(Date.now, time.sleep), Date.now);
    const means = meansFor(store, sandbox, slowFetch, heard.pace, time);
    const outbox = createOutbox(means, createMetrics('bench'));
    await store.saveSettings(sandbox.teamId, defaultSettings);
    await store.savePeople(
      everybodyAt(sandbox).map(({ id, name }) => ({
        ...{ team: sandbox.teamId, id, name, timeZone: 'UTC', kind: 'member', admin: false },
        fetchedAt: MONDAY,
      })),
    );
    await oweDigests(store, sandbox.teamId, MONDAY);
    outbox.start();
    const doors = createOrders({ store, nudge: outbox.nudge, now: Date.now });
    const faults: unknown[] = [];
    let lives = 0;
    const begin = (n: number, when: number, stands: boolean) => {
      lives++;
      setTimeout(
        () =>
          void life(doors, store, sandbox.teamId, castOf(sandbox, n), n, time, stands)
            .catch((error: unknown) => faults.push(error))
            .finally(() => lives--),
        when,
      );
    };
    for (let n = 0; n < standing; n++) begin(n, (n / standing) * (MORNING / 6), true);
    for (let n = 0; n < orders; n++) begin(n, MORNING + arrival(n / orders), false);
    await time.runUntil(MONDAY + MORNING + DAY);
    if (faults.length > 0) throw faults[0];
    if (lives > 0) throw new Error(`${lives} lives go on when the day is over`);
    // What falls due while it stops is nobody's.
    const end = Date.now();
    const stopped = outbox.stop(MINUTE);
    await time.runUntil(Date.now() + MINUTE);
    await stopped;
    await sandbox.stop();
    const backlog = await store.backlog(sandbox.teamId, end);
    const told = [...whyLate(file, heard.waits), ...stillOwed(file, end).map((line) => `still owed: ${line}`)];
    if (!small) process.stdout.write(`The latest messages:\n${told.join('\n')}\n`);
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

function meansFor(
  store: Store,
  sandbox: Sandbox,
  slowFetch: typeof fetch,
  pace: Pick<Pace, 'take' | 'hold'>,
  { sleep }: VirtualTime,
): EffectContext {
  const bytes = Buffer.from('%PDF-1.7 stand-in');
  return {
    instance: 'bench',
    store,
    log: createLog('error'),
    now: Date.now,
    identity: { team: sandbox.teamId, botUserId: sandbox.botUserId, botId: 'B1', url: 'https://northwind.slack.com/' },
    renderer: {
      async render(_order, version) {
        await sleep(PDF);
        return { fileName: `v${version}.pdf`, bytes, sha256: '0'.repeat(64) };
      },
      warm: async () => {},
      stop: async () => {},
    },
    decoder: createDecoder(),
    fileTurns: (task) => task(),
    files: undefined,
    prepared: createPreparedPhotos(),
    fetchFile: async () => bytes,
    sendFile: createSendFile({ apiUrl: sandbox.apiUrl }, 60_000),
    slack: createCalls({
      client: new WebClient(sandbox.botToken, {
        slackApiUrl: sandbox.apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        fetch: slowFetch,
      }),
      pace,
      watch: (_method, call) => call(),
      now: Date.now,
      onBack: () => {},
    }),
    groupMembers: async () => new Map(),
    saidAway: new Map(),
    warnOnce: () => {},
  };
}

const WHAT: readonly [string, string, { p95?: number; max?: number }][] = [
  ["people's direct messages", "e.lane = 'people' and e.type = 'tell'", { p95: 10, max: 15 }],
  ['channels: opened', "e.type = 'open_channel'", { p95: 60 }],
  ['channels: posts and cards', "e.type in ('post_entry', 'refresh_card')", { p95: 60 }],
  ['channels: PDFs', "e.type = 'issue_document'", { p95: 120 }],
  ['channels: pins, topics, bookmarks', "e.lane = 'metadata'", {}],
];

/** What comes at its time and not with an action: how long after that. */
const BY_ITSELF: readonly [string, string, { p95?: number; max?: number }][] = [
  ['reminders', 'send_reminder', { max: 600 }],
  ['digests', 'send_digest', { max: 600 }],
];

/** How long after the action each kind of effect was done, in seconds; up to one too many, for actions are timed to the second. */
function lags(file: string, orders: number): Figure[] {
  const client = connect(file);
  const figures = WHAT.flatMap(([what, which, aims]) => {
    const seconds = client
      .prepare<[], number>(
        `select e.done_at / 1000.0 - n.at from effects as e
         join entries as n on n.team = e.team and n.order_id = e.order_id and n.seq = e.entry
         where e.done_at is not null and ${which}`,
      )
      .pluck()
      .all();
    return spread(what, seconds, aims);
  });
  const byItself = BY_ITSELF.flatMap(([what, type, aims]) => {
    const seconds = client
      .prepare<[string], number>(
        'select (done_at - not_before) / 1000.0 from effects where done_at is not null and type = ?',
      )
      .pluck()
      .all(type);
    return spread(what, seconds, aims);
  });
  client.close();
  return [...figures, ...byItself];

  function spread(what: string, seconds: number[], { p95, max }: { p95?: number; max?: number }): Figure[] {
    const held = (aim: number | undefined) => (aim === undefined ? {} : { target: { of: 'value' as const, aim } });
    return [
      figure(`a day of ${orders} orders: ${what} behind, median of ${seconds.length}`, quantile(seconds, 0.5), 's'),
      figure(`a day of ${orders} orders: ${what} behind, p95`, quantile(seconds, 0.95), 's', held(p95)),
      figure(`a day of ${orders} orders: ${what} behind, most`, Math.max(...seconds), 's', held(max)),
    ];
  }
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
