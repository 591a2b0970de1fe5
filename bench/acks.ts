import { join } from 'node:path';
import type { Person } from '../sandbox/server/acts.ts';
import { approve, confirm, submitOrder } from '../tests/support/acting.ts';
import { keepDoing, officeWork, think } from './crowd.ts';
import { type Figure, figure, quantile, type Size } from './figures.ts';
import { type BenchStage, hired, type MeasuredApp, pause, startBenchStage, until } from './stage.ts';

/** Field workers who report work all the time, each confirmation a PDF. */
const WORKERS = 4;

/**
 * From payload to ack, as Slack sees it (its own delays and the network's included), while 20 and 200 people each do something
 * every second and PDFs are made without a pause; and how far behind the app's event loop gets meanwhile.
 */
export async function measureAcks({ small }: Size): Promise<Figure[]> {
  const stage = await startBenchStage();
  const app = await stage.start(`file:${join(stage.folder, 'orders.db')}`);
  try {
    await app.metric('nodejs_eventloop_lag_p99_seconds');
    await pause(small ? 200 : 3000);
    const idle = 1000 * (await app.metric('nodejs_eventloop_lag_p99_seconds'));
    const channels = await jobsOf(stage, small ? 1 : WORKERS);
    const figures = [figure('event loop delay at rest, p99', idle, 'ms')];
    for (const people of small ? [3] : [20, 200])
      figures.push(...(await withPeople(stage, app, channels, { people, seconds: small ? 1 : 20, idle })));
    return figures;
  } finally {
    await app.kill();
    await stage.stop();
  }
}

/** An approved order for each worker, its channel's name. */
async function jobsOf({ sandbox }: BenchStage, count: number): Promise<[Person, string][]> {
  const { ana, sam } = sandbox.people;
  const jobs: [Person, string][] = [];
  for (const worker of hired(sandbox, 'Worker', count)) {
    const before = sandbox.workspace.channels().length;
    const scene = { sandbox, idle: () => until(() => sandbox.workspace.channels().length > before) };
    const name = await submitOrder(scene, ana, sam);
    await until(() => JSON.stringify(sandbox.workspace.channel(name).messages).includes('order:approve'));
    await approve({ sandbox, idle: async () => {} }, sam, name, [worker]);
    await until(() => sandbox.workspace.channel(name).files.length > 0);
    await until(() => JSON.stringify(sandbox.workspace.channel(name).messages).includes('order:confirm'));
    jobs.push([worker, name]);
  }
  return jobs;
}

interface Crowd {
  readonly people: number;
  readonly seconds: number;
  readonly idle: number;
}

async function withPeople(
  { sandbox }: BenchStage,
  app: MeasuredApp,
  jobs: [Person, string][],
  { people, seconds, idle }: Crowd,
): Promise<Figure[]> {
  const { sam } = sandbox.people;
  const office = hired(sandbox, `Clerk${people}x`, people - jobs.length);
  const end = performance.now() + seconds * 1000;
  const scene = { sandbox, idle: async () => {} };
  const documents = sandbox.inspector.calls('files.getUploadURLExternal').length;
  const from = sandbox.inspector.acks().length;
  await app.metric('nodejs_eventloop_lag_p99_seconds');
  const givenUp = await Promise.all([
    ...office.map((clerk) =>
      keepDoing(clerk, end, async () => {
        await officeWork(clerk, sam);
        await think();
      }),
    ),
    ...jobs.map(([worker, channel]) =>
      keepDoing(worker, end, () =>
        confirm(scene, worker, channel, { items: [{ description: 'Seal', quantity: '2' }] }),
      ),
    ),
  ]);
  const lag = 1000 * (await app.metric('nodejs_eventloop_lag_p99_seconds'));
  const acks = sandbox.inspector.acks().slice(from);
  const times = acks.map(({ ms }) => ms);
  const made = sandbox.inspector.calls('files.getUploadURLExternal').length - documents;
  const what = `ack, ${people} people at once`;
  return [
    figure(`${what}, median of ${times.length}, ${made} PDFs meanwhile`, quantile(times, 0.5), 'ms'),
    figure(`${what}, p99`, quantile(times, 0.99), 'ms', people <= 20 ? { target: { of: 'value', must: 250 } } : {}),
    figure(`${what}, not within 3 s`, acks.filter(({ outcome }) => outcome !== 'acked').length, '', {
      target: { of: 'value', must: 0 },
    }),
    figure(
      `${people} people at once: given up and started over`,
      givenUp.reduce((sum, times) => sum + times, 0),
      '',
      people <= 20 ? { target: { of: 'value', must: 0 } } : {},
    ),
    figure(`event loop delay with ${people} people, p99`, lag, 'ms', { ratio: lag / idle, against: 'at rest' }),
  ];
}
